import { randomBytes } from 'node:crypto'
import { inject, onTestFinished } from 'vitest'
import { makePlaces, type Places } from '../lib/places.ts'
import { APPLICATION_ROLE, connect, type Sql } from './client.ts'

export interface TestDatabase {
  /** Works as the application's role, as the product does. */
  sql: Sql
  /** Works as the owner of the tables: for what the application may not do. */
  owner: Sql
  /** Address of this database, for code that opens its own connection. */
  url: string
  /** Texts of the statements sent through `sql` since the list was last emptied. */
  statements: string[]
  /** Places for analytic statements, for code that asks. */
  statementsAtOnce: Places
  drop(): Promise<void>
}

/**
 * A fresh database with all migrations applied, on the server that the run was started for: the embedded one, or the one
 * that `TEST_DATABASE_URL` names. The caller drops it (in `afterAll`).
 */
export async function testDatabase(): Promise<TestDatabase> {
  const server = inject('databaseUrl')
  const name = `test_${randomBytes(8).toString('hex')}`
  const admin = connect(server, { max: 1 })
  await createFromTemplate(admin, name, inject('templateDatabase'))
  const url = withDatabase(server, name)
  const statements: string[] = []
  const sql = connect(url, { role: APPLICATION_ROLE, onStatement: (text) => statements.push(text) })
  const owner = connect(url, { max: 2 })
  return {
    sql,
    owner,
    url,
    statements,
    statementsAtOnce: makePlaces(5_000),
    async drop() {
      await Promise.all([sql.end(), owner.end()])
      await admin`drop database if exists ${admin(name)} with (force)`
      await admin.end()
    },
  }
}

/** An empty database without migrations, dropped when the test ends. */
export async function emptyDatabase(): Promise<string> {
  const server = inject('databaseUrl')
  const name = `test_${randomBytes(8).toString('hex')}`
  const admin = connect(server, { max: 1 })
  await admin`create database ${admin(name)}`
  onTestFinished(async () => {
    await admin`drop database if exists ${admin(name)} with (force)`
    await admin.end()
  })
  return withDatabase(server, name)
}

/** The same server, another database. */
export function withDatabase(url: string, database: string): string {
  const address = new URL(url)
  address.pathname = `/${database}`
  return address.href
}

/** A template can be copied only while nobody is connected to it; TimescaleDB's own workers may be, for a moment. */
async function createFromTemplate(admin: Sql, name: string, template: string) {
  for (let attempt = 1; ; attempt++) {
    try {
      await admin`create database ${admin(name)} template ${admin(template)}`
      return
    } catch (error) {
      if (attempt === 50 || (error as { code?: string }).code !== '55006') throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

declare module 'vitest' {
  export interface ProvidedContext {
    databaseUrl: string
    templateDatabase: string
  }
}
