import { utcMs, zoneReader, type WallTime } from './local-time.ts'

/** Reads a time; null when the text has not the format or names a moment that does not exist. Milliseconds since 1970. */
export type TimeReader = (text: string) => number | null

const EPOCH_MS = new Map(Object.entries({ 'epoch-s': 1000, 'epoch-ms': 1, 'epoch-us': 1e-3, 'epoch-ns': 1e-6 }))
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** For error messages: the formats there are. */
export const TIME_FORMATS =
  '"iso", "epoch-s", "epoch-ms", "epoch-us", "epoch-ns" or a pattern such as "dd.MM.yyyy HH:mm:ss"'

/** What a letter of a pattern reads. A text in quotes stands for itself. */
const TOKENS: Record<string, string> = {
  yyyy: '(?<year>\\d{4})',
  MMM: '(?<monthName>[A-Za-z]{3})',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  dd: '(?<day>\\d{2})',
  d: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{2})',
  H: '(?<hour>\\d{1,2})',
  hh: '(?<hour12>\\d{2})',
  h: '(?<hour12>\\d{1,2})',
  mm: '(?<minute>\\d{2})',
  ss: '(?<second>\\d{2})',
  S: '(?<fraction>\\d{1,9})',
  a: '(?<half>[AaPp]\\.?[Mm]\\.?)',
  XXX: '(?<offset>Z|z|[+-]\\d{2}(?::?\\d{2})?)',
}

/** Time of day, seconds, fraction and offset may be left out. Blank or T between date and time. */
const ISO = new RegExp(
  `^${TOKENS.yyyy}-${TOKENS.MM}-${TOKENS.dd}` +
    `(?:[Tt ]${TOKENS.HH}:${TOKENS.mm}(?::${TOKENS.ss}(?:[.,]${TOKENS.S})?)?)?(?: ?(?:UTC|GMT)| ?${TOKENS.XXX})?$`,
)

/** True for a format that `timeReader` knows. */
export function isTimeFormat(format: string): boolean {
  return format === 'iso' || EPOCH_MS.has(format) || patternExpression(format) !== null
}

/** The reader of a format. Times that do not say their offset are wall times in `timezone`. */
export function timeReader(format: string, timezone: string): TimeReader {
  const factor = EPOCH_MS.get(format)
  if (factor !== undefined) return (text) => epochMs(text, factor)
  const expression = format === 'iso' ? ISO : patternExpression(format)
  if (expression === null) throw new RangeError(`${format} is no time format`)
  const inZone = zoneReader(timezone)
  return (text) => {
    const groups = expression.exec(text)?.groups
    if (!groups) return null
    const utc = /(?:UTC|GMT)$/.test(text)
    const wall = wallTime(groups)
    const wallMs = wall && utcMs(wall)
    if (wallMs === null) return null
    if (groups.offset !== undefined) return wallMs - offsetMs(groups.offset)
    return format === 'iso' && utc ? wallMs : inZone(wallMs)
  }
}

function epochMs(text: string, factor: number): number | null {
  return /^-?\d+(\.\d*)?$/.test(text) ? Math.round(Number(text) * factor) : null
}

/** Null when the pattern has unknown letters, no full date, a 12-hour clock without AM/PM, or says one thing twice. */
function patternExpression(pattern: string): RegExp | null {
  const piece = /'([^']*)'|([A-Za-z])\2*|[^A-Za-z']/y
  let source = ''
  while (piece.lastIndex < pattern.length) {
    const match = piece.exec(pattern)
    if (match === null) return null
    const [whole, literal, letter] = match
    const token = letter === 'S' ? TOKENS.S : letter === undefined ? escape(literal ?? whole) : TOKENS[whole]
    if (token === undefined) return null
    source += token
  }
  const names = [...source.matchAll(/\?<(\w+)>/g)].map((found) => found[1]!)
  const has = (name: string) => names.includes(name)
  const hasDate = has('year') && has('day') && has('month') !== has('monthName')
  const hasHour = !(has('hour') && has('hour12')) && has('hour12') === has('half')
  return hasDate && hasHour && new Set(names).size === names.length ? new RegExp(`^${source}$`) : null
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
}

function wallTime(groups: Partial<Record<string, string>>): WallTime | null {
  const month =
    groups.monthName === undefined ? Number(groups.month) : MONTHS.indexOf(groups.monthName.toLowerCase()) + 1
  const hour = groups.hour12 === undefined ? Number(groups.hour ?? 0) : hourOfDay(Number(groups.hour12), groups.half)
  if (month === 0 || hour === null) return null
  return {
    ...{ year: Number(groups.year), month, day: Number(groups.day) },
    ...{ hour, minute: Number(groups.minute ?? 0), second: Number(groups.second ?? 0) },
    millisecond: Number((groups.fraction ?? '').padEnd(3, '0').slice(0, 3)),
  }
}

/** 12 AM is midnight, 12 PM is noon. */
function hourOfDay(hour12: number, half: string | undefined): number | null {
  if (hour12 < 1 || hour12 > 12) return null
  return (hour12 % 12) + (half?.toLowerCase().startsWith('p') ? 12 : 0)
}

function offsetMs(offset: string): number {
  if (offset === 'Z' || offset === 'z') return 0
  const digits = offset.slice(1).replace(':', '').padEnd(4, '0')
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))
  return (offset.startsWith('-') ? -minutes : minutes) * 60_000
}
