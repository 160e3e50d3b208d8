const HOUR = 3_600_000
const DAY = 24 * HOUR

/** A date and a clock time, as they stand on a wall somewhere. */
export interface WallTime {
  year: number
  /** 1 to 12. */
  month: number
  day: number
  hour: number
  minute: number
  second: number
  millisecond: number
}

/** True for a time zone that this machine knows. */
export function isTimezone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** Milliseconds since 1970 of the wall time in UTC; null when there is no such date or time, such as 30 February or 24:00. */
export function utcMs(wall: WallTime): number | null {
  const at = new Date(0)
  at.setUTCFullYear(wall.year, wall.month - 1, wall.day)
  at.setUTCHours(wall.hour, wall.minute, wall.second, wall.millisecond)
  const same =
    at.getUTCMonth() === wall.month - 1 &&
    at.getUTCDate() === wall.day &&
    at.getUTCHours() === wall.hour &&
    at.getUTCMinutes() === wall.minute &&
    at.getUTCSeconds() === wall.second
  return same ? at.getTime() : null
}

/**
 * Turns wall times of a zone into milliseconds since 1970. It takes what `utcMs` returns for the wall time.
 *
 * When clocks go back, a wall time comes twice: the first one is taken. When they go forward, some never come: they are
 * read with the offset before the change, so that 02:30 in a gap from 02:00 to 03:00 is 03:30. This is the rule
 * "compatible" of RFC 5545 and of JavaScript's Temporal, and the same input always gives the same time.
 */
export function zoneReader(timezone: string): (wallMs: number) => number {
  if (timezone === 'UTC') return (wallMs) => wallMs
  const offsetAt = zoneOffsets(timezone)
  return (wallMs) => {
    const before = offsetAt(wallMs - DAY)
    const after = offsetAt(wallMs + DAY)
    const first = wallMs - before
    if (before === after || offsetAt(first) === before) return first
    const second = wallMs - after
    return offsetAt(second) === after ? second : first
  }
}

/** The zone's offset from UTC at an instant, both in milliseconds. Remembers what it asked: Intl takes microseconds. */
function zoneOffsets(timezone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-u-hc-h23', {
    timeZone: timezone,
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
  })
  const ask = (at: number): number => {
    const parts = new Map(format.formatToParts(at).map((part) => [part.type, Number(part.value)]))
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
    const day = Date.UTC(part('year'), part('month') - 1, part('day'))
    return day + part('hour') * HOUR + part('minute') * 60_000 + part('second') * 1000 - Math.floor(at / 1000) * 1000
  }
  const known = new Map<number, number>()
  const atHour = (hour: number): number => {
    let offset = known.get(hour)
    if (offset === undefined) {
      offset = ask(hour * HOUR)
      if (known.size >= 50_000) known.clear()
      known.set(hour, offset)
    }
    return offset
  }
  return (at) => {
    const hour = Math.floor(at / HOUR)
    const offset = atHour(hour)
    // Clocks change at most once within an hour; where the ends agree they did not.
    return offset === atHour(hour + 1) ? offset : ask(at)
  }
}
