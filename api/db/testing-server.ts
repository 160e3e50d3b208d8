import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { connect } from './client.ts'
import { startEmbedded } from './embedded.ts'
import { migrate } from './migrate.ts'
import { withDatabase } from './testing.ts'

/** Faster, and safe to lose: a test database does not outlive its run. */
const TEST_SETTINGS = ['fsync = off', 'synchronous_commit = off', 'full_page_writes = off', 'max_connections = 200']

/**
 * Before all tests: a database server and a migrated template database. `TEST_DATABASE_URL` names a server to use, such as
 * TimescaleDB; without it an embedded one is made in a temporary folder and deleted afterwards.
 */
export async function setup(project: TestProject) {
  const given = process.env.TEST_DATABASE_URL
  const folder = given ? null : await mkdtemp(join(tmpdir(), 'tachograph-test-'))
  // As root the server runs as another user, who must be able to enter the folder.
  if (folder) await chmod(folder, 0o755)
  const server = folder ? await startEmbedded(folder, { settings: TEST_SETTINGS }) : null
  const url = given ?? server!.url
  const template = `template_${randomBytes(6).toString('hex')}`

  const admin = connect(url, { max: 1 })
  await admin`create database ${admin(template)}`
  const sql = connect(withDatabase(url, template), { max: 2 })
  await migrate(sql)
  await sql.end()
  // Nobody may be connected to a template while it is copied: TimescaleDB's own workers would be, again and again.
  await admin`alter database ${admin(template)} with allow_connections false`
  await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${template}`

  project.provide('databaseUrl', url)
  project.provide('templateDatabase', template)
  return async () => {
    await admin`drop database if exists ${admin(template)} with (force)`
    await admin.end()
    await server?.stop()
    if (folder) await rm(folder, { recursive: true, force: true })
  }
}
