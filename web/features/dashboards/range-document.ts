import { fromAbsolute, startOfMonth, startOfWeek, startOfYear, toCalendarDate } from '@internationalized/date'
import type { CalendarDate, DateDuration } from '@internationalized/date'
import { spanOf } from '../../lib/range-span.ts'
import { durationWords } from '../../lib/range-words.ts'
import { namedRanges, writeMoment, type NamedRange, type RangeChoice, type Span } from '../../lib/range.ts'
import type { CalendarPeriod } from '../../panels/panel.ts'
import type { RangeDocument } from './document.ts'

const namedDocuments: Record<NamedRange, RangeDocument> = {
  today: { current: 'DAY' },
  yesterday: { previous: 'DAY' },
  'this-week': { current: 'WEEK' },
  'previous-week': { previous: 'WEEK' },
  'this-month': { current: 'MONTH' },
  'previous-month': { previous: 'MONTH' },
  'this-year': { current: 'YEAR' },
}

/** A choice as documents and the server have it. Ranges of the calendar keep their names, so that the server's clock decides. */
export function writeRangeDocument(choice: RangeChoice): RangeDocument {
  if (choice.kind === 'last') return { last: choice.duration }
  if (choice.kind === 'named') return namedDocuments[choice.name]
  return { from: choice.from, to: choice.to }
}

/** Two moments as documents and the server have them. */
export const spanDocument = ({ from, to }: Span): RangeDocument => ({ from: writeMoment(from), to: writeMoment(to) })

/**
 * A range of a document as the controls show it; null for one that they have no name for, such as the last three quarters.
 */
export function readRangeDocument(range: RangeDocument): RangeChoice | null {
  if (range.last && !range.to) return { kind: 'last', duration: range.last }
  if (range.from && range.to) return { kind: 'between', from: range.from, to: range.to }
  const name = namedRanges.find((known) => {
    const { current = null, previous = null } = namedDocuments[known]
    return (range.current ?? null) === current && (range.previous ?? null) === previous && (range.count ?? 1) === 1
  })
  return name === undefined || range.last || range.from ? null : { kind: 'named', name }
}

/** The words for a range that the controls have no name for: 'Previous 3 quarters'. */
export function rangeDocumentWords({ last, previous, count, current, from, to }: RangeDocument): string {
  if (previous) return `Previous ${count ?? 1} ${previous.toLowerCase()}${(count ?? 1) === 1 ? '' : 's'}`
  if (current) return `This ${current.toLowerCase()}`
  if (last) return `${durationWords(last)} until ${to ?? 'now'}`
  return `From ${from ?? 'the beginning'} until ${to ?? 'now'}`
}

/** The two moments that a range of a document means at `now`. */
export function spanOfDocument(range: RangeDocument, now: number, timezone: string): Span {
  const choice = readRangeDocument(range)
  if (choice) return spanOf(choice, now, timezone)
  const until = range.to ? Date.parse(range.to) : now
  if (range.last) return spanOf({ kind: 'last', duration: range.last }, until, timezone)
  if (range.from) return { from: Date.parse(range.from), to: until }
  const start = startOfPeriod(range.current ?? range.previous ?? 'DAY', now, timezone)
  const length = periodLengths[range.previous ?? 'DAY']
  const first = Array.from({ length: range.count ?? 1 }).reduce<CalendarDate>((day) => day.subtract(length), start)
  const at = (day: CalendarDate): number => day.toDate(timezone).getTime()
  return range.current ? { from: at(start), to: now } : { from: at(first), to: at(start) }
}

const periodLengths: Readonly<Record<CalendarPeriod, DateDuration>> = {
  DAY: { days: 1 },
  WEEK: { weeks: 1 },
  MONTH: { months: 1 },
  QUARTER: { months: 3 },
  YEAR: { years: 1 },
}

function startOfPeriod(period: CalendarPeriod, now: number, timezone: string): CalendarDate {
  const today = toCalendarDate(fromAbsolute(now, timezone))
  if (period === 'WEEK') return startOfWeek(today, 'en', 'mon')
  if (period === 'MONTH') return startOfMonth(today)
  if (period === 'QUARTER') return startOfMonth(today).subtract({ months: (today.month - 1) % 3 })
  return period === 'YEAR' ? startOfYear(today) : today
}
