import type { Duration } from './duration.ts'

/**
 * Arithmetic with wall clocks. A wall-clock time is written as the milliseconds that the same reading would have in UTC,
 * so that plain `Date.UTC` arithmetic works on it. The rules of the zones are those of the JavaScript engine.
 */
export const MINUTE_MS = 60_000
export const HOUR_MS = 3_600_000
export const DAY_MS = 86_400_000

/** Making a formatter is slow, using it is not. A zone may be spelled in many ways, so the number kept is bounded. */
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterFor(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone)
  if (formatter) return formatter
  formatter = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  if (formatters.size >= 500) formatters.clear()
  formatters.set(zone, formatter)
  return formatter
}

/** True for the name of an IANA time zone, such as `Europe/Berlin`. Bare offsets such as `+02:00` are no zones. */
export function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z][\w+\-/]{0,63}$/.test(zone)) return false
  try {
    formatterFor(zone)
    return true
  } catch {
    return false
  }
}

/** How far the zone's clocks are ahead of UTC at a moment, in milliseconds. */
export function offsetAt(at: number, zone: string): number {
  if (zone === 'UTC') return 0
  const [month, day, year, hour, minute, second] = formatterFor(zone).format(at).match(/\d+/g)!.map(Number)
  const second0 = Math.floor(at / 1000) * 1000
  return Date.UTC(year!, month! - 1, day, hour, minute, second) - second0
}

/** What the zone's clocks show at a moment. */
export function wallOf(at: number, zone: string): number {
  return at + offsetAt(at, zone)
}

/**
 * The moment at which the zone's clocks show `wall`. When they show it twice (clocks set back): the first one. When they
 * never show it (clocks set forward): as much after the jump as the reading is after the jump's beginning, so that the
 * start of a day without midnight is the day's first moment.
 */
export function instantOf(wall: number, zone: string): number {
  const before = offsetAt(wall - DAY_MS, zone)
  const after = offsetAt(wall + DAY_MS, zone)
  const candidates = [wall - before, wall - after].filter((at) => wallOf(at, zone) === wall)
  return candidates.length > 0 ? Math.min(...candidates) : wall - before
}

/** The first moment after `after` and not after `until` at which the zone's offset is another than before; or null. */
export function nextTransition(after: number, until: number, zone: string): number | null {
  const offset = offsetAt(after, zone)
  for (let low = after; low < until; low += DAY_MS) {
    let high = Math.min(low + DAY_MS, until)
    if (offsetAt(high, zone) === offset) continue
    for (let same = low; high - same > 1;) {
      const middle = Math.floor((same + high) / 2)
      if (offsetAt(middle, zone) === offset) same = middle
      else high = middle
    }
    return high
  }
  return null
}

/**
 * A wall-clock time some months later, or earlier when `months` is negative. A day that the month lacks becomes its last
 * one (31 January + 1 month = 28 February), or with `overflow` the first of the month after it (1 March).
 */
export function addMonths(wall: number, months: number, overflow = false): number {
  const date = new Date(wall)
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1)
  const length = daysInMonth(first)
  const day = date.getUTCDate()
  if (day > length && overflow) return first + length * DAY_MS
  return first + (Math.min(day, length) - 1) * DAY_MS + (wall - Math.floor(wall / DAY_MS) * DAY_MS)
}

function daysInMonth(firstOfMonth: number): number {
  const date = new Date(firstOfMonth)
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
}

/**
 * The moment that lies a duration before another one, as a person with a calendar would count: months and days keep the
 * wall-clock time (a day across daylight saving has 23 or 25 hours), hours and less are exact.
 */
export function subtractDuration(at: number, duration: Duration, zone: string): number {
  if (duration.months === 0 && duration.days === 0) return at - duration.ms
  const wall = addMonths(wallOf(at, zone), -duration.months) - duration.days * DAY_MS
  return instantOf(wall, zone) - duration.ms
}
