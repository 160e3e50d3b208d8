import type { Reach } from '../../db/reach.ts'
import type { Services } from '../../schema/context.ts'
import {
  type AnsweredSeries,
  answerSeries,
  type AskDeps,
  askTable,
  MAX_KEYS,
  MAX_POINTS,
  type MetricQuery,
} from '../metrics/index.ts'
import { type Drafted, draftSeries } from './draft-series.ts'
import { QUESTIONS, type Watch } from './watches.ts'

type Drafting = AskDeps & Pick<Services, 'analyst'>

interface Asker {
  reach: Reach
  now: Date
}

/** What one watch finds in all pipelines that have enough jobs for it. */
export async function draftPipelines(deps: Drafting, asker: Asker, watch: Watch): Promise<Drafted[]> {
  const pipelines = await busyPipelines(deps, asker, watch)
  const drafts: Drafted[] = []
  const jobs = new Map<string, AnsweredSeries>()
  for (const question of QUESTIONS) {
    const all = await answerAll(deps, asker, { watch, question, pipelines })
    for (const one of all) if (one.measure === 'count') jobs.set(pipelineOf(one), one)
    for (const series of all) {
      const look = { watch, now: asker.now, jobs: jobs.get(pipelineOf(series)) }
      drafts.push(...(await draftSeries(deps, series, look)))
    }
  }
  return drafts
}

/** Keys of the pipelines whose buckets have enough jobs, on average. */
async function busyPipelines(deps: AskDeps, { reach, now }: Asker, watch: Watch): Promise<string[]> {
  const query = {
    ...{ dataset: 'jobs', measures: ['count'], dimensions: ['pipeline'], limit: MAX_POINTS },
    range: { last: watch.last },
  }
  const { rows } = await askTable(deps, reach, query, now)
  return rows.flatMap(([pipeline, count]) =>
    Number(count) >= watch.leastJobs * watch.buckets ? [String(pipeline)] : [],
  )
}

interface Looked {
  watch: Watch
  question: (typeof QUESTIONS)[number]
  pipelines: readonly string[]
}

/** The series of all these pipelines, as peers of one another: whoever looks at more of them finds more by chance. */
async function answerAll(
  deps: AskDeps,
  asker: Asker,
  { watch, question, pipelines }: Looked,
): Promise<AnsweredSeries[]> {
  const most = Math.min(MAX_KEYS, Math.floor(MAX_POINTS / (watch.buckets + 1) / question.measures.length))
  const all: AnsweredSeries[] = []
  for (let first = 0; first < pipelines.length; first += most) {
    const query: MetricQuery = {
      ...{ ...question, every: watch.every, range: { last: watch.last }, limit: most },
      filters: [{ dimension: 'pipeline', values: pipelines.slice(first, first + most) }],
    }
    for (const one of await answerWhole(deps, asker, query)) all.push({ ...one, peers: all })
  }
  return all
}

/** An answer without keys left out: where there are too many, as with several currencies, half of the pipelines at a time. */
async function answerWhole(deps: AskDeps, { reach, now }: Asker, query: MetricQuery): Promise<AnsweredSeries[]> {
  const series = await answerSeries(deps, { query, reach, now })
  const [filter] = query.filters!
  const { values } = filter!
  if (!series[0]?.truncated || values!.length < 2) return series
  const half = Math.ceil(values!.length / 2)
  const parts = [values!.slice(0, half), values!.slice(half)]
  const answers = []
  for (const part of parts) {
    answers.push(...(await answerWhole(deps, { reach, now }, { ...query, filters: [{ ...filter, values: part }] })))
  }
  return answers
}

function pipelineOf({ key }: AnsweredSeries): string {
  return key.find(({ dimension }) => dimension === 'pipeline')!.value!
}
