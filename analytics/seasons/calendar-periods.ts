const HOUR = 3_600_000
const DAY = 24 * HOUR
const YEAR = 365.25 * DAY
/** How far a cycle may be from a whole number of buckets: so months of 30 and 31 days both have twelve in a year. */
const TOLERANCE = 0.02

/**
 * Periods that the calendar gives to a series, in buckets: the hour, the day, the week, and for buckets of a day and more
 * the year, as far as they are at least two buckets and close to a whole number of them. Months are none: they have no
 * fixed number of days.
 *
 * Returns an empty list for buckets of a year and more. A bucket that is not positive is a RangeError.
 *
 * @example
 * calendarPeriods(3_600_000) // hourly: [24, 168]
 * calendarPeriods(86_400_000) // daily: [7, 365]
 */
export function calendarPeriods(bucketMilliseconds: number): number[] {
  if (!(bucketMilliseconds > 0)) throw new RangeError(`bucket is not positive: ${bucketMilliseconds}`)
  return [HOUR, DAY, 7 * DAY, ...(bucketMilliseconds < DAY ? [] : [YEAR])]
    .map((cycle) => cycle / bucketMilliseconds)
    .filter((period) => Math.round(period) >= 2 && Math.abs(period / Math.round(period) - 1) < TOLERANCE)
    .map(Math.round)
}
