import { addMonths, DAY_MS } from './zoned-time.ts'

/** Stretches of time that a calendar has. Weeks are those of ISO 8601: they begin on Monday. */
export const CALENDAR_PERIODS = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'] as const
export type CalendarPeriod = (typeof CALENDAR_PERIODS)[number]

const MONTHS = { MONTH: 1, QUARTER: 3, YEAR: 12 } as const
const DAYS = { DAY: 1, WEEK: 7 } as const

/** A wall-clock time some periods later (earlier when negative). 29 February plus a year is 1 March. */
export function addPeriods(wall: number, period: CalendarPeriod, count: number): number {
  if (period === 'DAY' || period === 'WEEK') return wall + count * DAYS[period] * DAY_MS
  return addMonths(wall, count * MONTHS[period], true)
}

/** The beginning of the period that a wall-clock time lies in. */
export function startOfPeriod(wall: number, period: CalendarPeriod): number {
  const date = new Date(wall)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()]
  if (period === 'YEAR') return Date.UTC(year, 0, 1)
  if (period === 'QUARTER') return Date.UTC(year, month - (month % 3), 1)
  if (period === 'MONTH') return Date.UTC(year, month, 1)
  const midnight = Math.floor(wall / DAY_MS) * DAY_MS
  const sinceMonday = period === 'WEEK' ? (date.getUTCDay() + 6) % 7 : 0
  return midnight - sinceMonday * DAY_MS
}
