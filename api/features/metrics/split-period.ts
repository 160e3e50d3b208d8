import { DAY_MS, HOUR_MS } from '../../lib/zoned-time.ts'
import type { Period } from './range.ts'

/** What answers which part of a period. In milliseconds since 1970. */
export interface SplitPeriod {
  /** Between these, days do, but those that are cut; null: there are no others. */
  days: Span | null
  /** Hours do where a day is cut, but those that are cut themselves. */
  hours: Cut
  /** Single rows do where an hour is cut. */
  rows: Cut
}

/** Units of time that have the edge of a bucket, or of the period, within them. */
export interface Cut {
  /** Their beginnings, in order. */
  units: number[]
  /** The stretches that they make up, neighbours joined, as far as they are to be read. */
  spans: Span[]
}

/** From `from` until before `to`. */
export interface Span {
  from: number
  to: number
}

/**
 * Cuts a period into full days of UTC, full hours, and what remains. Null when no full hour remains: then rows have to answer
 * all of it.
 */
export function splitPeriod({ from, to, edges }: Period): SplitPeriod | null {
  const cuts = [from, ...edges.filter((edge) => edge > from && edge < to), to]
  const cutHours = cutBy(cuts, HOUR_MS)
  const cutDays = cutBy(cuts, DAY_MS)
  const hours = fullUnits({ from, to }, HOUR_MS)
  if (!hours || !hasOthers(hours, cutHours, HOUR_MS)) return null
  const days = fullUnits({ from, to }, DAY_MS)
  return {
    days: days && hasOthers(days, cutDays, DAY_MS) ? days : null,
    hours: { units: cutDays, spans: spansOf(cutDays, DAY_MS, hours) },
    rows: { units: cutHours, spans: spansOf(cutHours, HOUR_MS, { from, to }) },
  }
}

/** The units that have one of the moments inside, not at their beginning, in order. */
function cutBy(moments: readonly number[], unitMs: number): number[] {
  const units = moments.filter((at) => at % unitMs !== 0).map((at) => Math.floor(at / unitMs) * unitMs)
  return [...new Set(units)].sort((a, b) => a - b)
}

function fullUnits({ from, to }: Span, unitMs: number): Span | null {
  const [first, end] = [Math.ceil(from / unitMs) * unitMs, Math.floor(to / unitMs) * unitMs]
  return first < end ? { from: first, to: end } : null
}

/** Whether there are units in a stretch besides these. */
function hasOthers({ from, to }: Span, units: readonly number[], unitMs: number): boolean {
  return units.filter((unit) => unit >= from && unit < to).length < (to - from) / unitMs
}

function spansOf(units: readonly number[], unitMs: number, within: Span): Span[] {
  const result: Span[] = []
  for (const unit of units) {
    const span = { from: Math.max(unit, within.from), to: Math.min(unit + unitMs, within.to) }
    const last = result.at(-1)
    if (last?.to === span.from) last.to = span.to
    else if (span.from < span.to) result.push(span)
  }
  return result
}
