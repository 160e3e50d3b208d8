import {
  addMonths,
  DAY_MS,
  HOUR_MS,
  instantOf,
  MINUTE_MS,
  nextTransition,
  offsetAt,
  wallOf,
} from '../../lib/zoned-time.ts'
import type { Granularity } from './metric-query.ts'

/**
 * Where buckets of time begin and end. Buckets of a day and more begin at the first moment of a local day. Hours and minutes
 * begin where the local clock shows a full one, and also where it jumps: on Lord Howe Island, where daylight saving shifts
 * clocks by 30 minutes, one bucket is half an hour long on such a day, and none ever contains two shifts.
 *
 * The database is given these moments and never a time zone, so there is one source of truth for all engines.
 */
const MONTHS = { MONTH: 1, QUARTER: 3, YEAR: 12 } as const
const DAYS = { DAY: 1, WEEK: 7 } as const
const FIXED_MS = { MINUTE: MINUTE_MS, HOUR: HOUR_MS } as const

/** Granularities whose buckets are counted on the calendar, not in milliseconds. */
export type CalendarGranularity = keyof typeof MONTHS | keyof typeof DAYS
type ClockGranularity = keyof typeof FIXED_MS

/** True for DAY and coarser. */
export function isCalendar(every: Granularity): every is CalendarGranularity {
  return every !== 'MINUTE' && every !== 'HOUR'
}

/** A wall-clock time some buckets later (earlier when negative). 29 February plus a year is 1 March. */
export function addBuckets(wall: number, every: CalendarGranularity, count: number): number {
  if (every === 'DAY' || every === 'WEEK') return wall + count * DAYS[every] * DAY_MS
  return addMonths(wall, count * MONTHS[every], true)
}

/** The beginning of the bucket that a moment lies in. */
export function bucketStart(at: number, every: Granularity, zone: string): number {
  if (isCalendar(every)) return instantOf(startOnCalendar(wallOf(at, zone), every), zone)
  const length = FIXED_MS[every]
  const start = Math.floor(wallOf(at, zone) / length) * length - offsetAt(at, zone)
  // The hour may have begun by another clock: then the bucket begins where the clock jumped.
  return nextTransition(start, at, zone) ?? start
}

function startOnCalendar(wall: number, every: CalendarGranularity): number {
  const date = new Date(wall)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()]
  if (every === 'YEAR') return Date.UTC(year, 0, 1)
  if (every === 'QUARTER') return Date.UTC(year, month - (month % 3), 1)
  if (every === 'MONTH') return Date.UTC(year, month, 1)
  const midnight = Math.floor(wall / DAY_MS) * DAY_MS
  const sinceMonday = every === 'WEEK' ? (date.getUTCDay() + 6) % 7 : 0
  return midnight - sinceMonday * DAY_MS
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
  every: CalendarGranularity
  zone: string
}

function calendarEdges(first: number, to: number, { every, zone }: CalendarGrid, max: number): number[] {
  const edges = [first]
  let last = first
  let wall = startOnCalendar(wallOf(first, zone), every)
  while (last < to && edges.length <= max) {
    wall = addBuckets(wall, every, 1)
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
