import { DAY_MS, HOUR_MS, MINUTE_MS } from './zoned-time.ts'

/** How long a bucket of each granularity is, on average over the calendar, in milliseconds. */
export const AVERAGE_MS = {
  MINUTE: MINUTE_MS,
  HOUR: HOUR_MS,
  DAY: DAY_MS,
  WEEK: 7 * DAY_MS,
  MONTH: (365.25 / 12) * DAY_MS,
  QUARTER: (365.25 / 4) * DAY_MS,
  YEAR: 365.25 * DAY_MS,
} as const
