/**
 * A moment as PostgreSQL writes it on our connections, with up to six decimals: "2026-11-20 10:00:00.000123+00". A Date would
 * cut the microseconds off, and making one only to write it again costs twenty times as much as moving the digits.
 */
export type DatabaseTime = `${string} ${string}+00`

/**
 * The same in ISO 8601 to the millisecond, cut off and not rounded, as a Date has it.
 *
 * @example isoTime('2026-11-20 10:00:00.1239+00') // '2026-11-20T10:00:00.123Z'
 */
export function isoTime(time: DatabaseTime): string {
  return withDecimals(time, 3)
}

/**
 * The same in ISO 8601 to the microsecond.
 *
 * @example exactIsoTime('2026-11-20 10:00:00.1239+00') // '2026-11-20T10:00:00.123900Z'
 */
export function exactIsoTime(time: DatabaseTime): string {
  return withDecimals(time, 6)
}

function withDecimals(time: DatabaseTime, count: number): string {
  const decimals = `${time.slice(20, -3)}000000`
  return `${time.slice(0, 10)}T${time.slice(11, 19)}.${decimals.slice(0, count)}Z`
}
