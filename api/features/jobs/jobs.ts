import { builder } from '../../schema/builder.ts'
import { reachFor } from '../../schema/context.ts'
import { requestedFields } from '../../schema/requested-fields.ts'
import { JobConnection, jobListArgs, pageOf, readJobList, requestOf } from './job-list.ts'
import { Job } from './job.ts'
import { countJobs, listJobs } from './queries.ts'

builder.queryField('jobs', (t) =>
  t.connection(
    {
      type: Job,
      description:
        'Jobs of all pipelines, newest first unless another order is asked for. A page has 50 of them unless another size is asked for, and 500 at most.',
      args: jobListArgs,
      edgesNullable: { list: false, items: false },
      nodeNullable: false,
      async resolve(_root, args, context, info) {
        const reach = reachFor('jobs.read', context)
        const list = readJobList(args)
        const fields = requestedFields(info)
        const request = requestOf(list, context.now(), fields)
        const rows = await listJobs(context.sql, reach, request)
        return pageOf(list, rows, () => countJobs(context.sql, reach, request.filter), fields)
      },
    },
    JobConnection,
  ),
)
