import type { Sql } from './client.ts'

interface Savepoints {
  savepoint<T>(run: (sql: Sql) => Promise<T>): Promise<T>
}

/**
 * Runs `run` in a transaction: all of it is kept, or, when it throws, nothing. Inside a transaction it makes a savepoint,
 * so that code which needs a transaction can be called from code (or a test) that already has one.
 */
export function transaction<T>(sql: Sql, run: (sql: Sql) => Promise<T>): Promise<T> {
  const outer = sql as Sql & Partial<Savepoints>
  if (outer.savepoint) return outer.savepoint(run)
  return sql.begin((inner) => run(inner as unknown as Sql)) as Promise<T>
}
