import { addPeriods, type CalendarPeriod } from '../../lib/calendar-periods.ts'
import type { TimeRange } from '../../schema/time-range.ts'
import { parseDuration } from '../../lib/duration.ts'
import { addMonths, DAY_MS, instantOf, subtractDuration, wallOf } from '../../lib/zoned-time.ts'
import { isCalendar } from './buckets.ts'
import type { Compare } from './metric-query.ts'
import type { Period, TimeAxis } from './range.ts'

type Shift = (at: number) => number

/**
 * The period to compare with. It has as many buckets as the period, and the two are compared bucket by bucket:
 *
 * - Days, weeks, months, quarters and years go back on the calendar, so a month stands beside a month, whatever their
 *   lengths, and a day of 23 hours beside a day. `PREVIOUS_PERIOD` goes back by the number of buckets, `PREVIOUS_YEAR` by
 *   the date, for weeks by 52 weeks. A range that ends within a bucket is compared with one that ends at the same place.
 * - A range of calendar periods (`previous`, `current`) goes back by as many of them: the first 20 days of this month stand
 *   beside the first 20 of the last one.
 * - A year earlier, 29 February is a bucket of no length (its values are missing); the other way round, 28 February stands
 *   beside both days. So nothing is lost and no other date is displaced.
 * - Hours and minutes go back by one fixed length of time, so that each is as long as its counterpart.
 */
export function comparedPeriod(period: Period, axis: TimeAxis, compare: Compare): Period {
  const shift = shiftOf(period, axis, compare)
  return { from: shift(period.from), to: shift(period.to), edges: period.edges.map(shift) }
}

function shiftOf(period: Period, axis: TimeAxis, compare: Compare): Shift {
  const shift = axis.every ? shiftOfBuckets(period, axis, compare) : shiftOfTotal(period, axis, compare)
  if (!axis.every || isCalendar(axis.every)) return shift
  // Counted from the beginning of the range.
  const [first] = period.edges
  const length = first! - shift(first!)
  return (at) => at - length
}

function shiftOfBuckets(period: Period, { every, zone, range }: TimeAxis, compare: Compare): Shift {
  const weekly = every === 'WEEK'
  if (compare === 'PREVIOUS_YEAR') return weekly ? calendarShift(zone, 'WEEK', 52) : calendarShift(zone, 'YEAR', 1)
  const periods = calendarPeriods(range)
  // Weeks do not divide months: they would not stand beside weeks.
  if (periods && !(weekly && isLongerThanWeek(periods.period)))
    return calendarShift(zone, periods.period, periods.count)
  const [first, last] = [period.edges[0]!, period.edges.at(-1)!]
  if (every && isCalendar(every)) return calendarShift(zone, every, period.edges.length - 1)
  return (at) => at - (last - first)
}

function calendarShift(zone: string, period: CalendarPeriod, count: number): Shift {
  return (at) => instantOf(addPeriods(wallOf(at, zone), period, -count), zone)
}

/** The calendar periods that a range consists of; null when it does not say so. */
function calendarPeriods({ previous, current, count }: TimeRange): { period: CalendarPeriod; count: number } | null {
  const period = previous ?? current
  return period == null ? null : { period, count: count ?? 1 }
}

function isLongerThanWeek(period: CalendarPeriod): boolean {
  return period !== 'DAY' && period !== 'WEEK'
}

function shiftOfTotal({ from, to }: Period, { range, zone }: TimeAxis, compare: Compare): Shift {
  if (compare === 'PREVIOUS_YEAR') return calendarShift(zone, 'YEAR', 1)
  const periods = calendarPeriods(range)
  if (periods) return calendarShift(zone, periods.period, periods.count)
  const duration = range.last == null ? null : parseDuration(range.last)
  if (duration) return (at) => (at === to ? from : subtractDuration(from, duration, zone))
  const [start, end] = [wallOf(from, zone), wallOf(to, zone)]
  const months = monthsBetween(start, end)
  if (addMonths(start, months) === end && isMidnight(start) && dayOfMonth(start) === 1) {
    return (at) => instantOf(addMonths(wallOf(at, zone), -months), zone)
  }
  if (isMidnight(start) && isMidnight(end)) return (at) => instantOf(wallOf(at, zone) - (end - start), zone)
  return (at) => at - (to - from)
}

function monthsBetween(start: number, end: number): number {
  const [a, b] = [new Date(start), new Date(end)]
  return (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth()
}

function isMidnight(wall: number): boolean {
  return wall % DAY_MS === 0
}

function dayOfMonth(wall: number): number {
  return new Date(wall).getUTCDate()
}
