import {
  fromAbsolute,
  parseDuration,
  startOfMonth,
  startOfWeek,
  startOfYear,
  toCalendarDate,
} from '@internationalized/date'
import type { CalendarDate, DateDuration } from '@internationalized/date'
import { writeMoment } from './range.ts'
import type { NamedRange, RangeChoice, Span } from './range.ts'

/** The `TimeRangeInput` of the GraphQL schema. */
export type TimeRangeInput = { last: string } | { from: string; to: string }

const minuteMs = 60_000

/** The two moments that a choice means at `now`. A calendar range that is not over ends with the current minute, so that it is not compared with a whole one. */
export function spanOf(choice: RangeChoice, now: number, timezone: string): Span {
  if (choice.kind === 'between') return { from: Date.parse(choice.from), to: Date.parse(choice.to) }
  if (choice.kind === 'last') {
    const from = fromAbsolute(now, timezone).subtract(parseDuration(choice.duration))
    return { from: from.toDate().getTime(), to: now }
  }
  const [first, next] = calendarDays(choice.name, toCalendarDate(fromAbsolute(now, timezone)))
  const end = next.toDate(timezone).getTime()
  return { from: first.toDate(timezone).getTime(), to: Math.min(end, (Math.floor(now / minuteMs) + 1) * minuteMs) }
}

/** What to ask the server for. A range that ends now is sent as its length, so that the server's clock decides. */
export function rangeInput(choice: RangeChoice, now: number, timezone: string): TimeRangeInput {
  if (choice.kind === 'last') return { last: choice.duration }
  return spanInput(spanOf(choice, now, timezone))
}

/** Two moments, as the server takes them. */
export const spanInput = (span: Span): { from: string; to: string } => ({
  from: writeMoment(span.from),
  to: writeMoment(span.to),
})

/** True while new jobs can still fall into the range. */
export const isOpen = (choice: RangeChoice, now: number, timezone: string): boolean =>
  choice.kind === 'last' || spanOf(choice, now, timezone).to >= now

/** First day, and the day after the last one. */
function calendarDays(name: NamedRange, today: CalendarDate): [CalendarDate, CalendarDate] {
  const monday = startOfWeek(today, 'en', 'mon')
  const units: Record<NamedRange, [first: CalendarDate, length: DateDuration]> = {
    today: [today, { days: 1 }],
    yesterday: [today.subtract({ days: 1 }), { days: 1 }],
    'this-week': [monday, { weeks: 1 }],
    'previous-week': [monday.subtract({ weeks: 1 }), { weeks: 1 }],
    'this-month': [startOfMonth(today), { months: 1 }],
    'previous-month': [startOfMonth(today).subtract({ months: 1 }), { months: 1 }],
    'this-year': [startOfYear(today), { years: 1 }],
  }
  const [first, length] = units[name]
  return [first, first.add(length)]
}
