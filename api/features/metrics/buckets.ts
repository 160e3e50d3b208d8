import { addPeriods, type CalendarPeriod, startOfPeriod } from '../../lib/calendar-periods.ts'
import { HOUR_MS, instantOf, MINUTE_MS, nextTransition, offsetAt, wallOf } from '../../lib/zoned-time.ts'
import type { Granularity } from './metric-query.ts'

/**
 * Where buckets of time begin and end. Buckets of a day and more begin at the first moment of a local day. Hours and minutes
 * begin where the local clock shows a full one, and also where it jumps: on Lord Howe Island, where daylight saving shifts
 * clocks by 30 minutes, one bucket is half an hour long on such a day, and none ever contains two shifts.
 *
 * The database is given these moments and never a time zone, so there is one source of truth for all engines.
 */
const FIXED_MS = { MINUTE: MINUTE_MS, HOUR: HOUR_MS } as const

type ClockGranularity = keyof typeof FIXED_MS

/** True for DAY and coarser. */
export function isCalendar(every: Granularity): every is CalendarPeriod {
  return every !== 'MINUTE' && every !== 'HOUR'
}

/** The beginning of the bucket that a moment lies in. */
export function bucketStart(at: number, every: Granularity, zone: string): number {
  if (isCalendar(every)) return instantOf(startOfPeriod(wallOf(at, zone), every), zone)
  const length = FIXED_MS[every]
  const start = Math.floor(wallOf(at, zone) / length) * length - offsetAt(at, zone)
  // The hour may have begun by another clock: then the bucket begins where the clock jumped.
  return nextTransition(start, at, zone) ?? start
}

/** How an axis of time is divided. */
export interface Grid {
  every: Granularity
  zone: string
}

/**
 * The edges of the buckets that cover `from` to `to`: the first is at or before `from`, the last at or after `to`, and each
 * bucket lies between two neighbours. It stops after `max` buckets: then the last edge is before `to`.
 */
export function bucketEdges(range: { from: number; to: number }, grid: Grid, max: number): number[] {
  const first = bucketStart(range.from, grid.every, grid.zone)
  const { every, zone } = grid
  return isCalendar(every)
    ? calendarEdges(first, range.to, { every, zone }, max)
    : clockEdges(first, range.to, { every, zone }, max)
}

interface CalendarGrid {
  every: CalendarPeriod
  zone: string
}

function calendarEdges(first: number, to: number, { every, zone }: CalendarGrid, max: number): number[] {
  const edges = [first]
  let last = first
  let wall = startOfPeriod(wallOf(first, zone), every)
  while (last < to && edges.length <= max) {
    wall = addPeriods(wall, every, 1)
    const edge = instantOf(wall, zone)
    // A day that a country skipped altogether has no bucket.
    if (edge > last) edges.push(edge)
    last = edge
  }
  return edges
}

interface ClockGrid {
  every: ClockGranularity
  zone: string
}

function clockEdges(first: number, to: number, { every, zone }: ClockGrid, max: number): number[] {
  const length = FIXED_MS[every]
  const edges = [first]
  let last = first
  while (last < to && edges.length <= max) {
    const offset = offsetAt(last, zone)
    // One bucket further than needed, so that a jump inside the last one is seen.
    const until = Math.min(to + length, last + (max + 1) * length)
    const stop = nextTransition(last, until, zone) ?? until
    while (last < stop && last < to && edges.length <= max) {
      last = Math.min((Math.floor((last + offset) / length) + 1) * length - offset, stop)
      edges.push(last)
    }
  }
  return edges
}
