import type postgres from 'postgres'

/** One statement's rows before they are awaited, or a piece of SQL to put into another. */
export type Fragment = postgres.PendingQuery<postgres.Row[]>

/** A connection pool, or a transaction on it: what every query function takes as its first argument. */
export interface Sql extends Pick<postgres.Sql, 'unsafe' | 'json' | 'array'> {
  /** A statement with its values, sent when it is awaited; without awaiting it, a piece of SQL for another one. */
  <T extends readonly (object | undefined)[] = postgres.Row[]>(
    template: TemplateStringsArray,
    ...values: readonly postgres.ParameterOrFragment<number>[]
  ): postgres.PendingQuery<T>
  /** A name of a table or column, quoted. */
  (name: string): postgres.Helper<string>
  /** See `transaction`. Inside one it makes a savepoint. */
  transaction<T>(run: (sql: Sql) => Promise<T>): Promise<T>
  /** A connection that nobody else uses until it is given back. Those with settings come from a pool of their own. */
  reserve(settings?: Settings): Promise<ReservedSql>
  /** Waits, at most `timeout` seconds, for what is running, and closes all connections. */
  end(options?: { timeout?: number }): Promise<void>
}

/** What PostgreSQL is told when a connection begins, such as `statement_timeout`. */
export type Settings = Readonly<Record<string, string>>

export interface ReservedSql extends Sql {
  /** Asks the server to stop what it works on here: that is rejected. Rejects itself when the server cannot be asked. */
  cancel(): Promise<void>
  release(): void
}
