const MINUTE_MS = 60_000

/** The minute of the clock that a moment lies in: when it began, in milliseconds, and the seconds until the next one. */
export function minuteOf(now: Date): { start: number; secondsLeft: number } {
  const at = now.getTime()
  const start = at - (at % MINUTE_MS)
  return { start, secondsLeft: Math.ceil((start + MINUTE_MS - at) / 1000) }
}

/** When the minute before began. */
export function minuteBefore(start: number): Date {
  return new Date(start - MINUTE_MS)
}
