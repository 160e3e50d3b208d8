import { formatDate, zoneName } from './format-time.ts'
import { calendarPresets, lastPresets } from './range-presets.ts'
import type { RangeChoice, Span } from './range.ts'

/** A choice as people say it: 'Last 7 days', 'Today', 'Last 90 minutes', or its two moments. */
export function rangeWords(choice: RangeChoice, timezone: string): string {
  if (choice.kind === 'between') {
    return spanWords({ from: Date.parse(choice.from), to: Date.parse(choice.to) }, timezone)
  }
  const preset = [...lastPresets, ...calendarPresets].find((known) => isSameChoice(known.choice, choice))
  if (preset) return preset.label
  return choice.kind === 'last' ? `Last ${durationWords(choice.duration)}` : choice.name
}

/**
 * A length of ISO 8601 as people say it; the length itself when it is none.
 *
 * @example durationWords('P1DT6H') // '1 day 6 hours'
 */
export function durationWords(duration: string): string {
  const parts = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration)
  const words = units.flatMap((unit, at) => {
    const count = parts?.[at + 1]
    return count === undefined ? [] : `${count} ${unit}${count === '1' ? '' : 's'}`
  })
  return words.join(' ') || duration
}

const units = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second']

/**
 * Two moments as people say them, in a zone. Whole days are said as days, the last one included.
 *
 * @example spanWords({ from, to }, 'Europe/Berlin') // '14 – 16 Nov 2026', '20 Nov 2026, 10:00 – 12:30'
 */
export function spanWords({ from, to }: Span, timezone: string): string {
  const isMidnight = (at: number): boolean => clock(at, timezone) === '00:00' && at % 60_000 === 0
  if (isMidnight(from) && isMidnight(to)) {
    const last = formatDate(to - 1, timezone)
    const first = formatDate(from, timezone)
    return first === last ? first : `${withoutShared(first, last)} – ${last}`
  }
  const [first, last] = [formatDate(from, timezone), formatDate(to, timezone)]
  if (first === last) return `${first}, ${clock(from, timezone)} – ${clock(to, timezone)}`
  return `${withoutYear(first, last)}, ${clock(from, timezone)} – ${last}, ${clock(to, timezone)}`
}

/** The zone with its short name now: 'Europe/Berlin (CET)'. */
export function zoneWords(timezone: string, at: number): string {
  const short = zoneName(at, timezone)
  return short === timezone ? timezone : `${timezone} (${short})`
}

/** True when two choices are the same one. */
export function isSameChoice(a: RangeChoice, b: RangeChoice): boolean {
  if (a.kind === 'last') return b.kind === 'last' && a.duration === b.duration
  if (a.kind === 'named') return b.kind === 'named' && a.name === b.name
  return b.kind === 'between' && a.from === b.from && a.to === b.to
}

const clock = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)

/** '14 Nov 2026' before '16 Nov 2026' is '14', before '2 Dec 2026' it is '14 Nov'. */
function withoutShared(first: string, last: string): string {
  const [day, month] = first.split(' ')
  return last.endsWith(first.slice(first.indexOf(' '))) ? (day ?? first) : month ? withoutYear(first, last) : first
}

const withoutYear = (first: string, last: string): string =>
  first.slice(-4) === last.slice(-4) ? first.slice(0, -5) : first
