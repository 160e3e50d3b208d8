import { DAY_MS } from '../../lib/zoned-time.ts'
import type { Granularity, MetricQuery } from '../metrics/index.ts'

/** What is looked for. */
export const INSIGHT_KINDS = ['ANOMALY', 'CHANGE_POINT', 'TREND'] as const
/** Kind of an insight. */
export type InsightKind = (typeof INSIGHT_KINDS)[number]

/** One way to look at the measures of pipelines. */
export interface Watch {
  every: Extract<Granularity, 'HOUR' | 'DAY'>
  /** How far back, as ISO 8601 and as buckets. */
  last: string
  buckets: number
  /** A pipeline has at least so many jobs in a bucket, on average: fewer make no series. */
  leastJobs: number
  finds: readonly InsightKind[]
  /** What ended longer ago is no news, in milliseconds. */
  newsMs: number
}

/** From fine to coarse: an event that both see is told as the finer one sees it. */
export const WATCHES: readonly Watch[] = [
  { every: 'HOUR', last: 'P14D', buckets: 336, leastJobs: 5, finds: ['ANOMALY'], newsMs: 3 * DAY_MS },
  { every: 'DAY', last: 'P90D', buckets: 90, leastJobs: 1, finds: INSIGHT_KINDS, newsMs: 30 * DAY_MS },
]

/** What is asked of every pipeline. Money of different currencies is not added: it has a question of its own. */
export const QUESTIONS: readonly Pick<MetricQuery, 'dataset' | 'measures' | 'dimensions'>[] = [
  {
    dataset: 'jobs',
    measures: ['count', 'failure_rate', 'duration_p50', 'queue_p50'],
    dimensions: ['pipeline'],
  },
  { dataset: 'jobs', measures: ['cost'], dimensions: ['pipeline', 'currency'] },
]
