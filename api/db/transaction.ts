import type { Sql } from './client.ts'

/**
 * Runs `run` in a transaction: all of it is kept, or, when it throws, nothing. Inside a transaction it makes a savepoint,
 * so that code which needs a transaction can be called from code (or a test) that already has one.
 */
export function transaction<T>(sql: Sql, run: (sql: Sql) => Promise<T>): Promise<T> {
  return sql.transaction(run)
}
