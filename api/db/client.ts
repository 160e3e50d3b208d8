import postgres from 'postgres'
import { begin, type MakeSql } from './driver/begin.ts'
import { type DriverOptions, openConnection, type Statement } from './driver/connection.ts'
import { executeOn, makePool } from './driver/pool.ts'
import type { Settings, Sql } from './driver/sql.ts'

export type { Fragment, ReservedSql, Sql } from './driver/sql.ts'

/** The role that the application works as (migrations/000004): it owns nothing, and cannot see the chunks. */
export const APPLICATION_ROLE = 'tachograph_app'

export interface ConnectOptions {
  /** Most connections at once; as many again for each kind of settings that connections are reserved with. */
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
      DateStyle: 'ISO',
      jit: false,
      ...(options.role && { role: options.role }),
    },
    transform: { column: { from: postgres.toCamel } },
    types: { bigint: { to: 20, from: [20], serialize: String, parse: Number } },
    ...(options.onStatement && { debug: (_connection: number, text: string) => options.onStatement?.(text) }),
  })
  const poolWith = (settings: Settings) => {
    const own = { ...driver.options, connection: { ...driver.options.connection, ...settings } }
    return makePool(() => openConnection(own as unknown as DriverOptions), options.max ?? 10)
  }
  const pool = poolWith({})
  const pools = new Map([[JSON.stringify({}), pool]])
  const poolFor = (settings: Settings) => {
    const key = JSON.stringify(settings)
    const found = pools.get(key) ?? poolWith(settings)
    pools.set(key, found)
    return found
  }
  const transaction: Sql['transaction'] = async (run) => {
    const connection = await pool.acquire()
    return begin(connection, makeSql, run).finally(() => pool.release(connection))
  }
  const reserve: Sql['reserve'] = async (settings = {}) => {
    const lender = poolFor(settings)
    const connection = await lender.acquire()
    const inside: Sql['transaction'] = (run) => begin(connection, makeSql, run)
    const own = { cancel: () => connection.cancel(), release: () => lender.release(connection) }
    return Object.assign(makeSql(connection.execute, inside), own)
  }
  const end: Sql['end'] = async (options) => {
    await Promise.all([...pools.values()].map((one) => one.end(options)))
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
    return Object.assign(tag, { unsafe, json, array, transaction, reserve, end }) as unknown as Sql
  }
  return makeSql((statement) => executeOn(pool, statement), transaction)
}

function isStatement(made: unknown): made is Statement {
  return made instanceof Promise && 'handler' in made
}
