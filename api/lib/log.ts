/** Where the program says what happened: one JSON object a line on stderr, so that any log collector reads it. */
export interface Log {
  info(message: string, details?: Record<string, unknown>): void
  error(message: string, details?: Record<string, unknown>): void
}

/** A log that writes lines through `write`. */
export function makeLog(write: (line: string) => void, now: () => Date): Log {
  const line = (level: string, message: string, details: Record<string, unknown> = {}) =>
    write(`${JSON.stringify({ at: now().toISOString(), level, message, ...describeErrors(details) })}\n`)
  return {
    info: (message, details) => line('info', message, details),
    error: (message, details) => line('error', message, details),
  }
}

/** An Error has no enumerable fields: without this it would be logged as `{}`. */
function describeErrors(details: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => [
      name,
      value instanceof Error ? (value.stack ?? value.message) : value,
    ]),
  )
}
