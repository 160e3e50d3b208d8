import { dateOf } from './utc-day.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from './zoned-time.ts'

/**
 * A moment as PostgreSQL writes it on our connections, with up to six decimals: "2026-11-20 10:00:00.000123+00". A Date would
 * cut the microseconds off, and making one only to write it again costs twenty times as much as moving the digits.
 */
export type DatabaseTime = `${string} ${string}+00`

/** A moment in UTC in ISO 8601: "2026-11-20T10:00:00.000Z". */
export type IsoTime = `${string}T${string}Z`

/** Whether a moment is in ISO 8601 already, and not as the database writes it. */
export function isIso(time: DatabaseTime | IsoTime): time is IsoTime {
  return time.endsWith('Z')
}

/**
 * A moment of the database in ISO 8601 to the millisecond, cut off and not rounded, as a Date has it.
 *
 * @example isoTime('2026-11-20 10:00:00.1239+00') // '2026-11-20T10:00:00.123Z'
 */
export function isoTime(time: DatabaseTime): IsoTime {
  return withDecimals(time, 3)
}

/**
 * The same in ISO 8601 to the microsecond.
 *
 * @example exactIsoTime('2026-11-20 10:00:00.1239+00') // '2026-11-20T10:00:00.123900Z'
 */
export function exactIsoTime(time: DatabaseTime): IsoTime {
  return withDecimals(time, 6)
}

function withDecimals(time: DatabaseTime, count: number): IsoTime {
  const decimals = `${time.slice(20, -3)}000000`
  return `${time.slice(0, 10)}T${time.slice(11, 19)}.${decimals.slice(0, count)}Z`
}

/**
 * Moments, in milliseconds since 1970, in ISO 8601 to the millisecond. The date of each is known already, mostly: a Date
 * for each moment was half of what a chart with thousands of points cost.
 */
export function isoTimes(moments: readonly number[]): IsoTime[] {
  return moments.map((at): IsoTime => {
    const day = Math.floor(at / DAY_MS)
    return `${dateOf(day)}T${timeOfDay(at - day * DAY_MS)}Z`
  })
}

const TWO_DIGITS = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'))

function timeOfDay(ms: number): string {
  if (ms === 0) return '00:00:00.000'
  const [hour, minute] = [Math.floor(ms / HOUR_MS), Math.floor((ms % HOUR_MS) / MINUTE_MS)]
  const inMinute = ms % MINUTE_MS
  const seconds = inMinute === 0 ? '00.000' : (inMinute / 1000).toFixed(3).padStart(6, '0')
  return `${TWO_DIGITS[hour]}:${TWO_DIGITS[minute]}:${seconds}`
}
