import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { APPLICATION_ROLE, connect } from './client.ts'
import { migrate, readMigrations } from './migrate.ts'
import { type TestDatabase, testDatabase } from './testing.ts'

let database: TestDatabase
beforeAll(async () => void (database = await testDatabase()))
afterAll(() => database.drop())

const denied = /permission denied|must be (owner|able)/

test('the application works as a role that owns nothing', async () => {
  const { sql } = database
  const [who] = await sql<{ role: string; owns: number }[]>`
    select current_user as role,
           (select count(*)::int from pg_class where relowner = (select oid from pg_roles where rolname = current_user)) as owns`
  expect(who).toEqual({ role: APPLICATION_ROLE, owns: 0 })
  // Also when somebody asks for the role of the address again: the one that it began with is the application's.
  await sql`reset role`
  expect((await sql`select current_user as role`)[0]).toEqual({ role: APPLICATION_ROLE })
})

test.each([
  'create table mine ()',
  'drop table audit_events',
  'alter table jobs add column x int',
  'alter table audit_events disable trigger all',
  'truncate jobs',
  'truncate audit_events',
  `update audit_events set actor = 'somebody else'`,
  'delete from audit_events',
  'delete from organizations',
  'delete from migrations',
  `insert into migrations (id, name) values (1000, 'x')`,
])('it may not: %s', async (statement) => {
  await expect(database.sql.unsafe(statement)).rejects.toThrow(denied)
})

test('it cannot see the chunks, where nothing keeps organizations apart', async ({ skip }) => {
  const { sql, owner } = database
  const [timescale] = await owner`select from pg_extension where extname = 'timescaledb'`
  if (!timescale) return skip('TimescaleDB is not there')
  const [organization] = await sql<{ id: number }[]>`insert into organizations (name) values ('A') returning id`
  await sql`
    insert into jobs (organization_id, at, id, pipeline_id, status, attempt, revision, external_id, labels, metrics)
    values (${organization!.id}, now(), gen_random_uuid(), 1, 'QUEUED', 1, 0, 'x', '{}', '{}')`
  const [chunk] = await owner<{ name: string }[]>`select show_chunks('jobs')::text as name`
  await expect(sql.unsafe(`select * from ${chunk!.name}`)).rejects.toThrow(denied)
  expect(await sql`select from jobs`).toHaveLength(1)
})

test('who may not create the role is told what an administrator has to do', async () => {
  const text = (await readMigrations()).find(({ name }) => name.includes('application_role'))!.text
  const block = /do \$\$\s+begin\s+if not exists \(select from pg_roles[\s\S]*?\$\$;/.exec(text)![0]
  const { owner } = database
  const login = `login_${randomBytes(6).toString('hex')}`
  await owner.unsafe(`create role ${login} nologin`)
  const asked = owner.transaction(async (tx) => {
    await tx.unsafe(`set local role ${login}`)
    // A role that is not there: the real one is, for other databases.
    await tx.unsafe(block.replaceAll('tachograph_app', 'tachograph_missing'))
  })
  await expect(asked).rejects.toThrow(
    `the role "${login}" may not create the role that the application works as. Let an administrator run: ` +
      `create role tachograph_missing; grant tachograph_missing to "${login}";`,
  )
  await owner.unsafe(`drop role ${login}`)
})

test('a login that may only be the application can start a server when all is migrated', async () => {
  const { owner, url } = database
  const login = `login_${randomBytes(6).toString('hex')}`
  await owner.unsafe(`create role ${login} login password 'x' in role ${APPLICATION_ROLE}`)
  const address = new URL(url)
  address.username = login
  address.password = 'x'
  const sql = connect(address.href, { role: APPLICATION_ROLE, max: 1 })
  onTestFinished(async () => {
    await sql.end()
    await owner.unsafe(`drop role ${login}`)
  })
  expect(await migrate(sql)).toEqual([])
})
