import { builder } from '../../schema/builder.ts'
import { reachFor } from '../../schema/context.ts'
import { JobFilterInput, readJobFilter, resolveJobFilter } from './job-filter.ts'
import { Job } from './job.ts'
import { watchJobs } from './watch-jobs.ts'

builder.subscriptionField('jobChanged', (t) =>
  t.field({
    type: Job,
    description:
      'Each job that is new or changed, from now on, while the filter keeps it. One that it keeps no longer is not told. ' +
      'A reader that is slow gets the newest state of each job. It ends with the error TOO_MANY_CHANGES when more jobs ' +
      'change at once than can be told one by one: ask for `jobs` again, and subscribe anew.',
    args: {
      filter: t.arg({
        type: JobFilterInput,
        description: 'Which jobs. Default: all. A `last` is counted from each change.',
      }),
    },
    subscribe(_root, args, context) {
      const reach = reachFor('jobs.read', context)
      const filter = readJobFilter(args.filter)
      // A filter that can never be answered is refused now, not at the first change.
      resolveJobFilter(filter, context.now())
      return watchJobs(context, reach, filter)
    },
    resolve(change) {
      if (change instanceof Error) throw change
      return change
    },
  }),
)
