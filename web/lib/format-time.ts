import { lengths } from './format.ts'

/** The viewer's time zone, as an IANA name. */
export const viewerZone = new Intl.DateTimeFormat().resolvedOptions().timeZone

const STEPS = [
  { unit: 'second', short: 's', size: lengths.second, until: lengths.minute },
  { unit: 'minute', short: 'm', size: lengths.minute, until: lengths.hour },
  { unit: 'hour', short: 'h', size: lengths.hour, until: lengths.day },
  { unit: 'day', short: 'd', size: lengths.day, until: 30 * lengths.day },
] as const

/**
 * How long ago (or ahead) a moment is, short for tables: '12 s ago', '3 h ago', 'in 2 m'. Beyond 30 days, the date.
 * @param at the moment, in milliseconds since 1970
 * @param now the viewer's moment
 */
export function formatRelative(at: number, now: number): string {
  const distance = Math.abs(now - at)
  const step = STEPS.find(({ until }) => distance < until)
  if (!step) return formatDate(at)
  const count = Math.floor(distance / step.size)
  if (step.unit === 'second' && count < 5) return 'just now'
  return at > now ? `in ${count} ${step.short}` : `${count} ${step.short} ago`
}

/** The same in whole words, for sentences: '2 minutes ago', '1 hour ago'. */
export function formatRelativeWords(at: number, now: number): string {
  const distance = Math.abs(now - at)
  const step = STEPS.find(({ until }) => distance < until)
  if (!step) return `on ${formatDate(at)}`
  const count = Math.floor(distance / step.size)
  if (step.unit === 'second' && count < 5) return 'just now'
  const words = `${count} ${step.unit}${count === 1 ? '' : 's'}`
  return at > now ? `in ${words}` : `${words} ago`
}

/**
 * A moment in full, to the second, with its zone named, so that nobody reads it in the wrong one.
 * @example formatTime(Date.UTC(2026, 10, 20, 14, 3, 12), 'Europe/Berlin') // '20 Nov 2026, 15:03:12 CET'
 */
export function formatTime(at: number, timeZone: string = viewerZone): string {
  return `${format(at, { ...DATE, ...CLOCK, timeZone })} ${zoneName(at, timeZone)}`
}

/** The time of day alone, without its zone: for places whose heading names the zone. '15:03:12' */
export function formatClock(at: number, timeZone: string = viewerZone): string {
  return format(at, { ...CLOCK, timeZone })
}

/** The day alone: '20 Nov 2026'. */
export function formatDate(at: number, timeZone: string = viewerZone): string {
  return format(at, { ...DATE, timeZone })
}

/** The short name of a zone at a moment, daylight saving heeded: 'CET', 'UTC', 'GMT+5:30'. */
export function zoneName(at: number, timeZone: string = viewerZone): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'short' }).formatToParts(at)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}

const DATE = { day: 'numeric', month: 'short', year: 'numeric' } as const
const CLOCK = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const

function format(at: number, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', options).format(at)
}
