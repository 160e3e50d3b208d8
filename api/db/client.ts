import postgres from 'postgres'

/** A connection pool, or a transaction on it: what every query function takes as its first argument. */
export type Sql = postgres.Sql
/** One statement's rows before they are awaited, or a piece of SQL to put into another. */
export type Fragment = postgres.PendingQuery<postgres.Row[]>

export interface ConnectOptions {
  /** Most connections at once. */
  max?: number
  /** Called with the text of every statement sent: tests count them. */
  onStatement?: (text: string) => void
}

/**
 * Opens a pool on a PostgreSQL address. Nothing is sent until the first query.
 *
 * Column names arrive in camelCase. `postgres.camel` is not used: it would rename keys inside json values too, and those
 * belong to the users. `bigint` arrives as a number: ours are counts and milliseconds, far below 2^53.
 */
export function connect(url: string, options: ConnectOptions = {}): Sql {
  return postgres(url, {
    max: options.max ?? 10,
    onnotice: () => {},
    connect_timeout: 10,
    // Compiling a statement costs more than it saves here: 62 ms instead of 3 for a short list were measured.
    connection: { application_name: 'tachograph', TimeZone: 'UTC', jit: false },
    transform: { column: { from: postgres.toCamel } },
    types: { bigint: { to: 20, from: [20], serialize: String, parse: Number } },
    ...(options.onStatement && { debug: (_connection: number, text: string) => options.onStatement?.(text) }),
  })
}
