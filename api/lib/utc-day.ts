import { DAY_MS } from './zoned-time.ts'

/** The day in UTC, as YYYY-MM-DD. */
export function dayOf(now: Date): string {
  return dateOf(Math.floor(now.getTime() / DAY_MS))
}

/** When the next day begins, in UTC. */
export function nextDay(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1))
}

/** Dates that were written before: a Date takes ten times as long, and requests and charts ask for the same ones. */
const written = new Map<number, string>()
/** Some thirty years. */
const MOST_WRITTEN = 10_000

/** A day, counted from 1970 on, as YYYY-MM-DD. */
export function dateOf(day: number): string {
  const known = written.get(day)
  if (known !== undefined) return known
  const date = new Date(day * DAY_MS).toISOString().slice(0, -'T00:00:00.000Z'.length)
  if (written.size >= MOST_WRITTEN) written.clear()
  written.set(day, date)
  return date
}
