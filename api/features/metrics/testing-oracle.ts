import { expect } from 'vitest'
import type { Granularity } from './metric-query.ts'
import type { TestJob } from './testing.ts'

/** A second way to every number: jobs that are named and counted in TypeScript. It shares nothing with the product. */

/**
 * Gives every moment the name of its bucket as a person would read it off the local clock, such as "2026-10-25 02 GMT+02:00".
 * No boundaries are calculated.
 */
export function namerOf(zone: string, every: Granularity): (at: number) => string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'longOffset',
  })
  return (at) => {
    // "2026-10-25, 02:00 GMT+02:00"
    const [date = '', time = '', offset] = format.format(at).split(/,? /)
    if (every === 'MINUTE') return `${date} ${time} ${offset}`
    if (every === 'HOUR') return `${date} ${time.slice(0, 2)} ${offset}`
    if (every === 'DAY') return date
    if (every === 'WEEK') return isoWeek(date)
    if (every === 'MONTH') return date.slice(0, 7)
    if (every === 'QUARTER') return `${date.slice(0, 4)} Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`
    return date.slice(0, 4)
  }
}

/** ISO 8601: the week belongs to the year of its Thursday. */
function isoWeek(date: string): string {
  const thursday = new Date(`${date}T00:00Z`)
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7))
  const day = (thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / 86_400_000
  return `${thursday.getUTCFullYear()} W${Math.floor(day / 7) + 1}`
}

/** What a measure is for some jobs; `hours` have passed of their bucket. */
export function valueOf(measure: string, jobs: readonly OracleJob[], hours: number): number | null {
  const with_ = (...statuses: string[]) => jobs.filter((job) => statuses.includes(job.status)).length
  const runs = jobs.flatMap((job) => job.durationMs ?? []).sort((a, b) => a - b)
  const sum = runs.reduce((all, run) => all + run, 0)
  const over = (part: number, whole: number) => (whole === 0 ? null : part / whole)
  const ended = with_('SUCCEEDED', 'FAILED', 'TIMED_OUT')
  if (measure === 'count') return jobs.length
  if (measure === 'succeeded') return with_('SUCCEEDED')
  if (measure === 'failed') return with_('FAILED')
  if (measure === 'queue_sum') return jobs.reduce((all, job) => all + (job.queueMs ?? 0), 0)
  if (measure === 'success_rate') return over(with_('SUCCEEDED'), ended)
  if (measure === 'failure_rate') return over(with_('FAILED', 'TIMED_OUT'), ended)
  if (measure === 'duration_sum') return sum
  if (measure === 'duration_avg') return over(sum, runs.length)
  if (measure === 'duration_p50') return percentile(runs, 0.5)
  if (measure === 'duration_p95') return percentile(runs, 0.95)
  if (measure === 'throughput') return (ended + with_('CANCELLED')) / hours
  const paid = jobs.filter((job) => job.cost !== null)
  if (new Set(paid.map((job) => job.currency)).size !== 1) return null
  return paid.reduce((all, job) => all + job.cost!, 0)
}

/** R type 7: between the two values around the place. */
function percentile(sorted: readonly number[], share: number): number | null {
  if (sorted.length === 0) return null
  const place = (sorted.length - 1) * share
  const low = sorted[Math.floor(place)]!
  return low + (sorted[Math.ceil(place)]! - low) * (place - Math.floor(place))
}

/** What the second way needs to know of a job. */
export type OracleJob = Pick<TestJob, 'status' | 'queueMs' | 'durationMs' | 'cost' | 'currency'>

/** How far off a measure may be, for what it is. */
function tolerance(measure: string): number {
  return /_p\d+$/.test(measure) ? 0.01 : 1e-12
}

/** Fails when a value is not what it should be: to the last digit, percentiles within 1 %. */
export function expectClose(actual: unknown, expected: number | null, measure: string, bucket: string) {
  if (actual === expected) return
  const most = Math.abs(expected ?? 0) * tolerance(measure)
  if (typeof actual === 'number' && expected !== null && Math.abs(actual - expected) <= most) return
  expect.fail(`${measure} of ${bucket} is ${actual}, expected ${expected}`)
}
