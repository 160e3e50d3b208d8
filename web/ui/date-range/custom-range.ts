import { CalendarDateTime, fromAbsolute, toCalendarDate, toCalendarDateTime, toZoned } from '@internationalized/date'
import type { CalendarDate } from '@internationalized/date'
import { writeMoment, type RangeChoice, type Span } from '../../lib/range.ts'

/** What stands in the two fields: the first moment, and the last minute. Null while a field is not filled in. */
export interface CustomRange {
  from: CalendarDateTime | null
  to: CalendarDateTime | null
}

const dayEnd = { hour: 23, minute: 59 } as const

/** The fields for a range. A range that ends at midnight is shown as ending at 23:59 of the day before, as people say it. */
export function fieldsOf(span: Span, timezone: string): CustomRange {
  const to = minuteOf(span.to, timezone)
  const isMidnight = to.hour === 0 && to.minute === 0
  return { from: minuteOf(span.from, timezone), to: isMidnight ? to.subtract({ minutes: 1 }) : to }
}

/** The fields after days were chosen in the calendar: from the first moment of the first day to the end of the last. */
export function fieldsOfDays(start: CalendarDate, end: CalendarDate): CustomRange {
  return { from: toCalendarDateTime(start), to: toCalendarDateTime(end).set(dayEnd) }
}

/** The days that the calendar shows as chosen, or null. */
export function daysOf({ from, to }: CustomRange): { start: CalendarDate; end: CalendarDate } | null {
  if (!from || !to || from.compare(to) > 0) return null
  return { start: toCalendarDate(from), end: toCalendarDate(to) }
}

/** The choice that the fields make, or what is wrong with them. 23:59 means the end of the day. */
export function choiceOf({ from, to }: CustomRange, timezone: string): RangeChoice | string {
  if (!from) return 'Fill in when the range begins.'
  if (!to) return 'Fill in when the range ends.'
  const endsDay = to.hour === dayEnd.hour && to.minute === dayEnd.minute
  const start = toZoned(from, timezone).toDate().getTime()
  const end = toZoned(endsDay ? to.add({ minutes: 1 }) : to, timezone)
    .toDate()
    .getTime()
  if (start >= end) return 'The range ends before it begins.'
  return { kind: 'between', from: writeMoment(start), to: writeMoment(end) }
}

function minuteOf(at: number, timezone: string): CalendarDateTime {
  const { year, month, day, hour, minute } = fromAbsolute(at, timezone)
  return new CalendarDateTime(year, month, day, hour, minute)
}
