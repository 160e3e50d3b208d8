// Every part has a fixed or bounded length, so the expression cannot backtrack.
const ISO = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:[Zz]|[+-]\d{2}(?::?\d{2})?)?$/
const OFFSET = /[Zz]$|[+-]\d{2}(?::?\d{2})?$/
const DATE_ONLY = /^\d{4}-\d{2}-\d{2}$/
const ZERO = 48

/** A moment in milliseconds since 1970, or what is wrong with the text, to be read after the text itself. */
export type ParsedTime = { ms: number } | { wrong: string }

/**
 * Reads an ISO 8601 time with an offset. A finer fraction than milliseconds is cut off. A time without an offset is
 * refused, because it means a different moment in every time zone; so is a day that the calendar does not have.
 *
 * @example parseTime('2026-11-20T10:00:00.5+01:00') // { ms: 1795165200500 }
 */
export function parseTime(text: string): ParsedTime {
  if (text.length > 40 || !ISO.test(text)) {
    if (DATE_ONLY.test(text)) return { wrong: `is a day, not a moment: write for example ${text}T00:00:00Z` }
    return { wrong: 'is not an ISO 8601 time: write for example 2026-11-20T10:00:00Z' }
  }
  const offset = text.endsWith('Z') ? 'Z' : OFFSET.exec(text)?.[0]
  if (offset === undefined) {
    return { wrong: 'has no offset from UTC: end it with Z, or with an offset such as +01:00' }
  }
  // Each part has its place: cutting them out in the expression would take four times as long.
  const year = numberAt(text, 0, 4)
  const month = numberAt(text, 5, 2)
  const day = numberAt(text, 8, 2)
  const hour = numberAt(text, 11, 2)
  const minute = numberAt(text, 14, 2)
  const second = text[16] === ':' ? numberAt(text, 17, 2) : 0
  const fraction = text[19] === '.' || text[19] === ',' ? millisecondsAt(text, 20) : 0
  const offsetMinutes = minutesOf(offset)
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
  // RFC 3339 allows the second 60; JavaScript has none, and it is read as the first of the next minute.
  if (!exists || hour > 23 || minute > 59 || second > 60 || offsetMinutes === null) {
    return { wrong: 'names a day, hour or offset that does not exist' }
  }
  return { ms: Date.UTC(year, month - 1, day, hour, minute, second, fraction) - offsetMinutes * 60_000 }
}

/** The number that these digits write. */
function numberAt(text: string, from: number, digits: number): number {
  let number = 0
  for (let at = from; at < from + digits; at++) number = number * 10 + text.charCodeAt(at) - ZERO
  return number
}

/** The first three digits of a fraction; those that are missing are 0. */
function millisecondsAt(text: string, from: number): number {
  let milliseconds = 0
  for (let at = from, unit = 100; unit >= 1 && isDigit(text, at); at++, unit /= 10) {
    milliseconds += (text.charCodeAt(at) - ZERO) * unit
  }
  return milliseconds
}

function isDigit(text: string, at: number): boolean {
  const digit = text.charCodeAt(at) - ZERO
  return digit >= 0 && digit <= 9
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function minutesOf(offset: string): number | null {
  if (offset === 'Z' || offset === 'z') return 0
  const hours = Number(offset.slice(1, 3))
  const minutes = offset.length === 3 ? 0 : Number(offset.slice(-2))
  if (hours > 23 || minutes > 59) return null
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}
