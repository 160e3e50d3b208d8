import type { SparklinePoint } from '../../charts/index.ts'
import type { PipelinesPageQuery } from '../../gql/graphql.ts'
import { numberIn, readTable, textIn } from './read-table.ts'

type LastJob = NonNullable<PipelinesPageQuery['pipelines']['nodes'][number]['lastJob']>

/** One pipeline of the list with its figures for the range. */
export interface PipelineRow {
  id: string
  name: string
  lastJob: LastJob | null
  jobs: number
  /** 0..1; null while no job of the range has finished. */
  failureRate: number | null
  /** Milliseconds; null while none is known. */
  durationP95: number | null
  spark: SparklinePoint[]
}

/**
 * The rows of the list: each pipeline with its totals and its bars. The answer has rows only for pipelines and buckets
 * that have jobs; a pipeline without any counts 0, which is what was asked, and its rates are not known.
 */
export function shapePipelines({ pipelines, totals, buckets, axis }: PipelinesPageQuery): PipelineRow[] {
  const totalOf = new Map(readTable(totals).map((row) => [textIn(row, 'pipeline'), row]))
  const barsOf = Map.groupBy(readTable(buckets), (row) => textIn(row, 'pipeline'))
  const times = (axis[0]?.points ?? []).map(({ at }) => Date.parse(at))
  return pipelines.nodes.map(({ id, name, lastJob }) => {
    const total = totalOf.get(id)
    const bars = new Map(
      (barsOf.get(id) ?? []).map((row) => [
        Date.parse(textIn(row, 'time') ?? ''),
        { count: numberIn(row, 'count'), failed: (numberIn(row, 'failed') ?? 0) + (numberIn(row, 'timed_out') ?? 0) },
      ]),
    )
    return {
      id,
      name,
      lastJob: lastJob ?? null,
      jobs: (total && numberIn(total, 'count')) ?? 0,
      failureRate: (total && numberIn(total, 'failure_rate')) ?? null,
      durationP95: (total && numberIn(total, 'duration_p95')) ?? null,
      spark: times.map((at) => bars.get(at) ?? { count: 0, failed: 0 }),
    }
  })
}
