import DataLoader from 'dataloader'
import { builder } from '../../schema/builder.ts'
import { type Context, reachFor, perRequest } from '../../schema/context.ts'
import { badInput } from '../../schema/errors.ts'
import { Pipeline } from '../pipelines/index.ts'
import { resolveJobFilter } from './job-filter.ts'
import { JobConnection, type JobList, jobListArgs, pageOf, readJobList, requestOf } from './job-list.ts'
import type { JobRow } from './job-row.ts'
import { Job } from './job.ts'
import { lastJobOf } from './loaders.ts'
import { countJobsOfPipelines, listJobsOfPipelines } from './queries.ts'

/** Most jobs that one list of pipelines may bring along. */
const MOST_JOBS = 25_000

interface Question {
  pipelineId: number
  list: JobList
  /** Equal for equal lists. */
  key: string
}

builder.objectFields(Pipeline, (t) => ({
  lastJob: t.field({
    type: Job,
    nullable: true,
    description: 'Its newest job; null when it has none any more.',
    resolve: (pipeline, _args, context) => lastJobOf(context).load(pipeline.id),
  }),
  jobs: t.connection(
    {
      type: Job,
      description: 'Its jobs, newest first unless another order is asked for.',
      args: jobListArgs,
      edgesNullable: { list: false, items: false },
      nodeNullable: false,
      async resolve(pipeline, args, context) {
        const list = readJobList(args)
        const question = { pipelineId: pipeline.id, list, key: JSON.stringify(list) }
        const rows = await pagesOf(context).load(question)
        return pageOf(list, rows, () => countsOf(context).load(question))
      },
    },
    JobConnection,
  ),
}))

/** Equal questions about many pipelines are one statement. */
const pagesOf = perRequest((context: Context) =>
  questionLoader(async (pipelines, list): Promise<Map<number, JobRow[]>> => {
    const request = requestOf(list, context.now())
    if (pipelines.length * list.page.size > MOST_JOBS) {
      throw badInput(
        `${pipelines.length} pipelines with up to ${list.page.size} jobs each are too many at once. ` +
          `Ask for fewer pipelines or jobs: ${MOST_JOBS} jobs in all at most.`,
      )
    }
    const rows = await listJobsOfPipelines(context.sql, reachFor('jobs.read', context), pipelines, request)
    return Map.groupBy(rows, (row) => row.pipelineId)
  }, []),
)

const countsOf = perRequest((context: Context) =>
  questionLoader(async (pipelines, list): Promise<Map<number, number>> => {
    const filter = resolveJobFilter(list.filter, context.now())
    const rows = await countJobsOfPipelines(context.sql, reachFor('jobs.read', context), pipelines, filter)
    return new Map(rows.map((row) => [row.pipelineId, row.count]))
  }, 0),
)

/**
 * A loader that puts questions about the same list into one call of `answer`, which names the pipelines. `none` answers for
 * a pipeline that is not in the answer. What goes wrong with one list is no matter of the others.
 */
function questionLoader<Answer>(
  answer: (pipelines: number[], list: JobList) => Promise<Map<number, Answer>>,
  none: Answer,
): DataLoader<Question, Answer> {
  return new DataLoader<Question, Answer>(
    async (questions) => {
      const answers = new Map<string, Promise<Map<number, Answer>>>()
      for (const [key, group] of Map.groupBy(questions, ({ key }) => key)) {
        const pipelines = [...new Set(group.map((question) => question.pipelineId))]
        answers.set(key, answer(pipelines, group[0]!.list))
      }
      const found = questions.map(async ({ pipelineId, key }) => (await answers.get(key))?.get(pipelineId))
      const settled = await Promise.allSettled(found)
      return settled.map((one) => (one.status === 'fulfilled' ? (one.value ?? none) : toError(one.reason)))
    },
    { cache: false },
  )
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason))
}
