import postgres from 'postgres'
import { begin, type MakeSql } from './driver/begin.ts'
import { type DriverOptions, openConnection, type Statement } from './driver/connection.ts'
import { executeOn, makePool } from './driver/pool.ts'
import type { Sql } from './driver/sql.ts'

export type { Fragment, Sql } from './driver/sql.ts'

/** The role that the application works as (migrations/000004): it owns nothing, and cannot see the chunks. */
export const APPLICATION_ROLE = 'tachograph_app'

export interface ConnectOptions {
  /** Most connections at once. */
  max?: number
  /** The role to work as, which the role of the address must be allowed to take. Default: that of the address itself. */
  role?: string
  /** Called with the text of every statement sent: tests count them. */
  onStatement?: (text: string) => void
}

/**
 * Opens a pool on a PostgreSQL address. Nothing is sent until the first query. When a connection is lost, what was running
 * on it is rejected, and the next query gets a new one.
 *
 * Column names arrive in camelCase. `postgres.camel` is not used: it would rename keys inside json values too, and those
 * belong to the users. `bigint` arrives as a number: ours are counts and milliseconds, far below 2^53.
 */
export function connect(url: string, options: ConnectOptions = {}): Sql {
  // It only makes statements: it never connects itself.
  const driver = postgres(url, {
    onnotice: () => {},
    connect_timeout: 10,
    // Compiling a statement costs more than it saves here: 62 ms instead of 3 for a short list were measured.
    connection: {
      application_name: 'tachograph',
      TimeZone: 'UTC',
      jit: false,
      ...(options.role && { role: options.role }),
    },
    transform: { column: { from: postgres.toCamel } },
    types: { bigint: { to: 20, from: [20], serialize: String, parse: Number } },
    ...(options.onStatement && { debug: (_connection: number, text: string) => options.onStatement?.(text) }),
  })
  const pool = makePool(() => openConnection(driver.options as unknown as DriverOptions), options.max ?? 10)
  const transaction: Sql['transaction'] = async (run) => {
    const connection = await pool.acquire()
    return begin(connection, makeSql, run).finally(() => pool.release(connection))
  }
  const reserve = async () => {
    const connection = await pool.acquire()
    const inside: Sql['transaction'] = (run) => begin(connection, makeSql, run)
    return Object.assign(makeSql(connection.execute, inside), { release: () => pool.release(connection) })
  }
  const makeSql: MakeSql = (execute, transaction) => {
    const through = <T>(made: T) => {
      if (isStatement(made)) made.handler = execute
      return made
    }
    // Statements and the helpers that go into them come out of the same function.
    const tag = (...args: [TemplateStringsArray]) => through(driver(...args))
    const unsafe: Sql['unsafe'] = (...args) => through(driver.unsafe(...args))
    const { json, array } = driver
    return Object.assign(tag, { unsafe, json, array, transaction, reserve, end: pool.end }) as unknown as Sql
  }
  return makeSql((statement) => executeOn(pool, statement), transaction)
}

function isStatement(made: unknown): made is Statement {
  return made instanceof Promise && 'handler' in made
}
