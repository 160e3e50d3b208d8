import type { Span } from './range.ts'

/** Length of a bucket of time, as the GraphQL schema names it. */
export type Granularity = 'MINUTE' | 'HOUR' | 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** Usual length of a bucket in milliseconds; days, months and years differ from it where the calendar does. */
export const granularityMs: Record<Granularity, number> = {
  MINUTE: 60_000,
  HOUR: hourMs,
  DAY: dayMs,
  WEEK: 7 * dayMs,
  MONTH: 30.4375 * dayMs,
  QUARTER: 91.3125 * dayMs,
  YEAR: 365.25 * dayMs,
}

const finestFirst = ['MINUTE', 'HOUR', 'DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'] as const

/** How many buckets a picture should have. */
export type BucketLimits = {
  /** at most so many, as long as `fewest` allows it */
  target: number
  /** fewer than this say too little: then the next finer bucket is taken, up to `most` */
  fewest: number
  /** never more than this */
  most: number
}

/** Limits of a chart as wide as the page. */
export const pageLimits: BucketLimits = { target: 100, fewest: 12, most: 400 }

/** Limits of a chart on a phone. */
export const phoneLimits: BucketLimits = { target: 60, fewest: 6, most: 200 }

/** Limits of a sparkline. */
export const sparklineLimits: BucketLimits = { target: 40, fewest: 6, most: 60 }

/**
 * The bucket for a range: the finest one of which at most `target` fit; when that leaves fewer than `fewest`, the next
 * finer one, unless it would make more than `most`.
 *
 * @example granularityFor({ from: 0, to: 24 * 3_600_000 }) // 'HOUR'
 */
export function granularityFor(span: Span, limits: BucketLimits = pageLimits): Granularity {
  const count = (unit: Granularity): number => Math.ceil((span.to - span.from) / granularityMs[unit])
  const found = finestFirst.findIndex((unit) => count(unit) <= limits.target)
  const index = found === -1 ? finestFirst.length - 1 : found
  const unit = finestFirst[index] ?? 'YEAR'
  const finer = finestFirst[index - 1]
  return finer !== undefined && count(unit) < limits.fewest && count(finer) <= limits.most ? finer : unit
}

/** The bucket that a row of bucket starts has, told by its longest step; null with less than two. Clock changes make a step shorter or longer, never twice as long. */
export function granularityOfSteps(starts: readonly number[]): Granularity | null {
  const steps = starts.slice(1).map((start, i) => start - (starts[i] ?? start))
  if (steps.length === 0) return null
  const longest = Math.max(...steps)
  const distance = (unit: Granularity): number => Math.abs(Math.log(longest / granularityMs[unit]))
  return finestFirst.reduce((best, unit) => (distance(unit) < distance(best) ? unit : best))
}
