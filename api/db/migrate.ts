import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../lib/user-error.ts'
import type { Sql } from './client.ts'

/** The folder with the migrations that this code knows. */
export const migrationsFolder = join(import.meta.dirname, '../../migrations')

/** Any number, the same in all processes: it names the lock that one migrating process holds. */
const LOCK = 0x7ac406a7

interface Migration {
  id: number
  name: string
  text: string
  /** False for a file that begins with `--! no-transaction`. */
  inTransaction: boolean
}

/** The migrations in a folder, in order. Throws when two have the same number or a name has none. */
export async function readMigrations(folder = migrationsFolder): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql') && name !== 'schema.sql').sort()
  const migrations: Migration[] = []
  for (const name of names) {
    const id = Number(/^(\d{6})_[a-z0-9_]+\.sql$/.exec(name)?.[1])
    if (!id) throw new RangeError(`${name}: a migration is called 000001_what_it_does.sql`)
    if (migrations.some((other) => other.id === id)) throw new RangeError(`${name}: the number ${id} is taken`)
    const text = await readFile(join(folder, name), 'utf8')
    migrations.push({ id, name, text, inTransaction: !text.startsWith('--! no-transaction') })
  }
  return migrations
}

/**
 * Brings the database up to this code and returns the names of the files that it applied.
 *
 * Several processes may start at once: one migrates while the others wait for its lock, and then they find nothing to do.
 * A database that is newer than the code is refused, because old code would misread it.
 */
export async function migrate(sql: Sql, folder = migrationsFolder): Promise<string[]> {
  const known = await readMigrations(folder)
  await refuseOldServer(sql)
  const connection = await sql.reserve()
  try {
    await connection`select pg_advisory_lock(${LOCK})`
    await makeTable(connection)
    const applied = new Set((await connection<{ id: number }[]>`select id from migrations`).map((row) => row.id))
    refuseNewerDatabase(applied, known)
    const done: string[] = []
    for (const migration of known) {
      if (applied.has(migration.id)) continue
      await apply(connection as unknown as Sql, migration)
      done.push(migration.name)
    }
    return done
  } finally {
    await connection`select pg_advisory_unlock(${LOCK})`.catch(() => {})
    connection.release()
  }
}

/** A role that owns nothing may not even ask for a table that is there: it can start a server when all is migrated. */
async function makeTable(sql: Sql) {
  const [row] = await sql<{ exists: boolean }[]>`select to_regclass('migrations') is not null as exists`
  if (row!.exists) return
  await sql`
    create table migrations (
      id integer primary key, name text not null, applied_at timestamptz not null default now())`
}

async function apply(sql: Sql, migration: Migration) {
  try {
    if (!migration.inTransaction) {
      for (const statement of splitStatements(migration.text)) await sql.unsafe(statement)
      await sql`insert into migrations (id, name) values (${migration.id}, ${migration.name})`
      return
    }
    await sql.unsafe('begin')
    await sql.unsafe(migration.text)
    await sql`insert into migrations (id, name) values (${migration.id}, ${migration.name})`
    await sql.unsafe('commit')
  } catch (error) {
    await sql.unsafe('rollback').catch(() => {})
    throw new UserError(`Migration ${migration.name} failed: ${(error as Error).message}`, { cause: error })
  }
}

/**
 * The statements of a file that runs outside a transaction: sent together, PostgreSQL would wrap them into one. A
 * statement ends with a semicolon at the end of a line, outside of a `$$` body.
 */
export function splitStatements(text: string): string[] {
  const statements: string[] = []
  let current = ''
  let inBody = false
  for (const line of text.split('\n')) {
    if ((line.match(/\$\$/g)?.length ?? 0) % 2 === 1) inBody = !inBody
    current += `${line}\n`
    if (!inBody && line.trimEnd().endsWith(';')) {
      statements.push(current.trim())
      current = ''
    }
  }
  if (current.replaceAll(/--.*$/gm, '').trim() !== '') statements.push(current.trim())
  return statements
}

async function refuseOldServer(sql: Sql) {
  const [row] = await sql<{ number: number; version: string }[]>`
    select current_setting('server_version_num')::int as number, current_setting('server_version') as version`
  if (row!.number < 150000) {
    throw new UserError(`The database is PostgreSQL ${row!.version}. Tachograph needs version 15 or newer.`)
  }
}

function refuseNewerDatabase(applied: Set<number>, known: Migration[]) {
  const newest = known.at(-1)?.id ?? 0
  const unknown = [...applied].filter((id) => !known.some((migration) => migration.id === id))
  if (unknown.length === 0) return
  throw new UserError(
    `The database is newer than this version of Tachograph: it has migration ${Math.max(...unknown)}, and this version ` +
      `knows up to ${newest}. Start the version that made it, or a newer one.`,
  )
}
