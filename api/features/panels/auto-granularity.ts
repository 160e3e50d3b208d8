import { resolveRange, type TimeRange } from '../../schema/time-range.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../lib/zoned-time.ts'
import { GRANULARITIES, type Granularity } from '../metrics/index.ts'

/** The usual length of a bucket. */
const LENGTH_MS: Record<Granularity, number> = {
  MINUTE: MINUTE_MS,
  HOUR: HOUR_MS,
  DAY: DAY_MS,
  WEEK: 7 * DAY_MS,
  MONTH: 30.4375 * DAY_MS,
  QUARTER: 91.3125 * DAY_MS,
  YEAR: 365.25 * DAY_MS,
}
const TARGET = 100
/** Fewer buckets say too little: then the next finer ones are taken, if they are not too many. */
const FEWEST = 12
const MOST = 400

/**
 * The buckets for a range: the finest of which at most a hundred fit, or the next finer ones where that leaves fewer than
 * twelve. A period that is not over has those of all of it, so that they stay while it goes on.
 *
 * @example autoGranularity({ last: 'P1D' }, now, 'UTC') // 'HOUR'
 */
export function autoGranularity(range: TimeRange, now: Date, zone: string): Granularity {
  const lengthMs = range.current ? LENGTH_MS[range.current] : lengthOf(resolveRange(range, now, zone))
  const count = (every: Granularity) => Math.ceil(lengthMs / LENGTH_MS[every])
  const found = GRANULARITIES.findIndex((every) => count(every) <= TARGET)
  const index = found === -1 ? GRANULARITIES.length - 1 : found
  const [every, finer] = [GRANULARITIES[index]!, GRANULARITIES[index - 1]]
  return finer && count(every) < FEWEST && count(finer) <= MOST ? finer : every
}

function lengthOf({ from, to }: { from: Date; to: Date }): number {
  return to.getTime() - from.getTime()
}
