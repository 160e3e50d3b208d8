import { LIMITS } from './limits.ts'
import { nearestIfClose } from '../lib/nearest.ts'
import { parseTime } from '../lib/parse-time.ts'

/** A value that cannot be taken. The message names the field and the value and says what to do. */
export class Rejected extends Error {
  override name = 'Rejected'
}

type Fields = Record<string, unknown>

/** True for an object with names and values: not null, not a list, not a date. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
}

/** The value as it may stand in a sentence: shortened, and never walked into, because it may be deep. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value)
  if (Array.isArray(value)) return 'a list'
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'an invalid date' : value.toISOString()
  if (typeof value === 'object' && value !== null) return 'an object'
  return String(value)
}

/** Rejects a name that is not in `names`, and suggests the nearest one. `inside` says of what, as in "cost". */
export function refuseUnknown(fields: Fields, names: readonly string[], known: ReadonlySet<string>, inside: string) {
  for (const name of Object.keys(fields)) {
    if (known.has(name)) continue
    const nearest = nearestIfClose(name, names)
    const hint = nearest ? `Did you mean "${nearest}"?` : `The fields are ${names.join(', ')}.`
    throw new Rejected(`${shown(name)} is not a field of ${inside}. ${hint}`)
  }
}

/** A text that PostgreSQL can keep, of 1 to `most` characters. Whitespace alone is as good as nothing. */
export function readText(value: unknown, field: string, most: number): string {
  const text = readLooseText(value, field, most)
  if (text.trim() === '') throw new Rejected(`${field} is empty: send 1 to ${most} characters.`)
  return text
}

/** The same, but it may be empty. */
export function readLooseText(value: unknown, field: string, most: number): string {
  if (value === undefined || value === null) throw new Rejected(`${field} is missing: send 1 to ${most} characters.`)
  if (typeof value !== 'string') throw new Rejected(`${field} is ${shown(value)}: send text in quotes.`)
  if (value.length > most) {
    throw new Rejected(`${field} has ${value.length} characters: at most ${most} are kept. It begins ${shown(value)}.`)
  }
  if (value.includes('\0')) throw new Rejected(`${field} ${shown(value)} contains the character NUL: leave it out.`)
  if (!value.isWellFormed()) {
    throw new Rejected(`${field} ${shown(value)} contains half a character (a lone surrogate): send valid Unicode.`)
  }
  return value
}

/** A whole number from `least` to `most`, or `otherwise` when none is sent. */
export function readWhole(
  value: unknown,
  field: string,
  range: { least: number; most: number; otherwise: number },
): number {
  if (value === undefined || value === null) return range.otherwise
  if (typeof value === 'number' && Number.isInteger(value) && value >= range.least && value <= range.most) return value
  throw new Rejected(`${field} is ${shown(value)}: send a whole number from ${range.least} to ${range.most}.`)
}

/** A number that is neither infinite nor "not a number". Minus zero becomes zero, because the database has none. */
export function readFinite(value: unknown, field: string): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value === 0 ? 0 : value
  const hint = typeof value === 'string' ? 'send it without quotes' : 'send a finite number'
  throw new Rejected(`${field} is ${shown(value)}: ${hint}.`)
}

/** A moment, from ISO 8601 text or a date that GraphQL has read; null when none is sent. */
export function readTime(value: unknown, field: string, now: Date): Date | null {
  if (value === undefined || value === null) return null
  const ms = value instanceof Date ? value.getTime() : readMoment(value, field)
  if (Number.isNaN(ms)) throw new Rejected(`${field} is an invalid date: send an ISO 8601 time.`)
  if (ms < LIMITS.earliestTime) {
    const hint = 'Check the unit and the clock; the earliest is 1990-01-01'
    throw new Rejected(`${field} ${shown(value)} is too long ago. ${hint}.`)
  }
  if (ms > now.getTime() + LIMITS.aheadMs) {
    throw new Rejected(
      `${field} ${shown(value)} lies more than a day ahead of now, ${now.toISOString()}. Check the clock.`,
    )
  }
  return new Date(ms)
}

function readMoment(value: unknown, field: string): number {
  if (typeof value !== 'string') {
    throw new Rejected(`${field} is ${shown(value)}: send ISO 8601 text, for example "2026-11-20T10:00:00Z".`)
  }
  const time = parseTime(value)
  if ('wrong' in time) throw new Rejected(`${field} ${shown(value)} ${time.wrong}.`)
  return time.ms
}
