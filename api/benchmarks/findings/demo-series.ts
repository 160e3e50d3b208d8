import type { JobEvent } from '../../ingest/index.ts'

/** What is measured of jobs, as the metric layer does it (`metrics/datasets/jobs.ts`); NaN where there is nothing to measure. */
export const DEMO_MEASURES = {
  count: (jobs: readonly JobEvent[]) => jobs.length,
  failure_rate: (jobs: readonly JobEvent[]) => {
    const failed = jobs.filter(({ status }) => status === 'FAILED' || status === 'TIMED_OUT').length
    return failed / (failed + jobs.filter(({ status }) => status === 'SUCCEEDED').length)
  },
  duration_avg: (jobs: readonly JobEvent[]) => {
    const durations = jobs.flatMap(({ startedAt, finishedAt }) =>
      startedAt && finishedAt ? [+finishedAt - +startedAt] : [],
    )
    return sum(durations) / durations.length
  },
  cost: (jobs: readonly JobEvent[]) => {
    const costs = jobs.flatMap(({ cost }) => (cost ? [cost.amount] : []))
    return costs.length > 0 ? sum(costs) : NaN
  },
}

/** Name of a measure. */
export type DemoMeasure = keyof typeof DEMO_MEASURES

interface Axis {
  /** Milliseconds since 1970. */
  from: number
  to: number
  bucketMs: number
}

/** Jobs by the bucket in which they were queued first. `events` in order: the last one of a job says how it is now. */
export function inBuckets(events: Iterable<JobEvent>, { from, to, bucketMs }: Axis): JobEvent[][] {
  const jobs = new Map<string, { queuedAt: number; latest: JobEvent }>()
  for (const event of events) {
    const queuedAt = jobs.get(event.externalId)?.queuedAt ?? event.queuedAt!.getTime()
    jobs.set(event.externalId, { queuedAt, latest: event })
  }
  const buckets = Array.from({ length: (to - from) / bucketMs }, (): JobEvent[] => [])
  for (const { queuedAt, latest } of jobs.values()) buckets[Math.floor((queuedAt - from) / bucketMs)]?.push(latest)
  return buckets
}

/** A measure of each bucket. */
export function measured(buckets: readonly JobEvent[][], measure: DemoMeasure): Float64Array {
  return Float64Array.from(buckets, DEMO_MEASURES[measure])
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
