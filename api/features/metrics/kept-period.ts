import type { Kept } from '../../db/reach.ts'
import { HOUR_MS } from '../../lib/zoned-time.ts'
import type { Period } from './range.ts'

/**
 * What of a period can still be answered exactly. Single rows can be read from `kept.jobs` on, rollups, which have full
 * hours, from `kept.rollups` on. So before `kept.jobs` the period begins and ends with a full hour, and begins after the
 * last hour there that has the edge of a bucket within it, such as any midnight of Kolkata.
 *
 * The edges stay: buckets that are gone are null, and the one that is cut is incomplete. When nothing is left, the period
 * ends where it begins.
 *
 * @param hasRollup whether rollups can answer the question at all
 */
export function keptPeriod(period: Period, kept: Kept, hasRollup: boolean): Period {
  const jobs = kept.jobs?.getTime() ?? -Infinity
  const rollups = kept.rollups?.getTime() ?? -Infinity
  if (!hasRollup) return between(period, Math.max(period.from, jobs), period.to)
  const to = period.to < jobs ? fullHour(period.to, Math.floor) : period.to
  const isCut = (at: number) => at >= period.from && at < Math.min(jobs, to) && at % HOUR_MS !== 0
  const lastCut = period.edges.findLast(isCut) ?? period.from
  const afterCuts = lastCut < jobs ? fullHour(lastCut, Math.ceil) : lastCut
  return between(period, Math.max(afterCuts, rollups), to)
}

function fullHour(at: number, round: (hours: number) => number): number {
  return round(at / HOUR_MS) * HOUR_MS
}

function between({ edges }: Period, from: number, to: number): Period {
  return { from: Math.min(from, to), to, edges }
}
