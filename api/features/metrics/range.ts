import { badInput } from '../../schema/errors.ts'
import { resolveRange, type TimeRange } from '../../schema/time-range.ts'
import { nearest, quoted } from '../../lib/nearest.ts'
import { type IsoTime, isoTimes } from '../../lib/iso-time.ts'
import { DAY_MS, HOUR_MS, isTimeZone, MINUTE_MS } from '../../lib/zoned-time.ts'
import { bucketEdges, bucketStart } from './buckets.ts'
import { GRANULARITIES, type Granularity } from './metric-query.ts'

/** A range of time, divided into buckets. In milliseconds since 1970. */
export interface Period {
  /** First moment that is counted. */
  from: number
  /** First moment that is not counted any more. */
  to: number
  /** Where buckets begin and end, one more than there are buckets. The first and the last bucket may stick out of the range. */
  edges: number[]
}

/** How a question divides time. */
export interface TimeAxis {
  range: TimeRange
  /** Null: one bucket, as long as the range. */
  every: Granularity | null
  zone: string
}

/** The range's buckets. With `last` and buckets the range begins earlier, so that its first bucket is whole. */
export function planPeriod(axis: TimeAxis, now: Date, maxBuckets: number): Period {
  const range = resolveRange(axis.range, now, axis.zone)
  const to = range.to.getTime()
  let from = range.from.getTime()
  if (!axis.every) return { from, to, edges: [from, to] }
  if (axis.range.last != null) from = bucketStart(from, axis.every, axis.zone)
  const edges = bucketEdges({ from, to }, { every: axis.every, zone: axis.zone }, maxBuckets)
  if (edges.at(-1)! < to) throw badInput(tooMany(axis.every, to - from, maxBuckets))
  return { from, to, edges }
}

/** The least that a bucket lasts, for an estimate. */
const LENGTH_MS = {
  MINUTE: MINUTE_MS,
  HOUR: HOUR_MS,
  DAY: DAY_MS,
  WEEK: 7 * DAY_MS,
  MONTH: 28 * DAY_MS,
  QUARTER: 90 * DAY_MS,
  YEAR: 365 * DAY_MS,
} as const

function tooMany(every: Granularity, lengthMs: number, maxBuckets: number): string {
  const fitting = GRANULARITIES.find((other) => lengthMs / LENGTH_MS[other] + 2 <= maxBuckets)
  const advice = fitting ? `every: ${fitting} would fit` : 'ask for fewer measures'
  return `every: ${every} makes more than ${maxBuckets} buckets of this range: ${advice}, or choose a shorter range.`
}

const written = new WeakMap<readonly number[], IsoTime[]>()

/** Where the buckets of a period begin: written once, for all places of the statement and for its answer. */
export function startsOf({ edges }: Period): IsoTime[] {
  const starts = written.get(edges) ?? isoTimes(edges.slice(0, -1))
  written.set(edges, starts)
  return starts
}

/** The hours of each bucket that belong to the range and have passed by `now`: 0 for one that has not begun. */
export function coveredHours(period: Period, now: number): number[] {
  const end = Math.min(period.to, now)
  return period.edges.slice(1).map((edge, index) => {
    const covered = Math.min(edge, end) - Math.max(period.edges[index]!, period.from)
    return Math.max(covered, 0) / HOUR_MS
  })
}

/** For each bucket whether all of it belongs to the range and has passed by `now`. */
export function completeBuckets(period: Period, now: number): boolean[] {
  const end = Math.min(period.to, now)
  return period.edges.slice(1).map((edge, index) => period.edges[index]! >= period.from && edge <= end)
}

/** Zones that the engine knows, and lists under an older name or not at all. */
const RENAMED = ['UTC', 'Asia/Kolkata', 'Asia/Kathmandu', 'Asia/Ho_Chi_Minh', 'Asia/Yangon', 'Europe/Kyiv']

/** The time zone to count in. Throws badInput when there is no such zone, naming the one that was probably meant. */
export function checkTimezone(timezone: string): string {
  if (isTimeZone(timezone)) return timezone
  const meant = nearest(timezone, [...Intl.supportedValuesOf('timeZone'), ...RENAMED])
  throw badInput(`There is no time zone ${quoted(timezone)}. The nearest name is "${meant}".`)
}
