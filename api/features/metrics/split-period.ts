import { DAY_MS, HOUR_MS } from '../../lib/zoned-time.ts'
import type { Period } from './range.ts'

/** Which parts of a period rollups can answer: those that no edge of a bucket cuts. In milliseconds since 1970. */
export interface SplitPeriod {
  /** All full hours of the period lie between these two; null: it has none. */
  hours: Span | null
  /** All full days of UTC of the period lie between these two; null: it has none, or all are cut. */
  days: Span | null
  /** Beginnings of the days that hours are needed of: the edge of a bucket, or of the period, lies within them. */
  cutDays: number[]
  /** Beginnings of the hours that single rows are needed of. */
  cutHours: number[]
  /** The stretches of the period that these hours make up, neighbours joined. */
  rows: Span[]
}

/** From `from` until before `to`. */
export interface Span {
  from: number
  to: number
}

/** Cuts a period into full days, full hours, and what remains. */
export function splitPeriod({ from, to, edges }: Period): SplitPeriod {
  const cuts = [from, ...edges.filter((edge) => edge > from && edge < to), to]
  const cutHours = cutBy(cuts, HOUR_MS)
  const cutDays = cutBy(cuts, DAY_MS)
  const hours = fullUnits({ from, to }, HOUR_MS)
  const days = fullUnits({ from, to }, DAY_MS)
  const inside = hours ? countWithin(cutHours, hours) : 0
  const isWhole = hours !== null && inside < (hours.to - hours.from) / HOUR_MS
  const hasDays = days !== null && countWithin(cutDays, days) < (days.to - days.from) / DAY_MS
  return {
    hours: isWhole ? hours : null,
    days: hasDays ? days : null,
    cutDays,
    cutHours,
    rows: joined(cutHours.map((hour) => ({ from: Math.max(hour, from), to: Math.min(hour + HOUR_MS, to) }))),
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

function countWithin(units: readonly number[], { from, to }: Span): number {
  return units.filter((unit) => unit >= from && unit < to).length
}

function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const span of spans) {
    const last = result.at(-1)
    if (last?.to === span.from) last.to = span.to
    else result.push({ ...span })
  }
  return result
}
