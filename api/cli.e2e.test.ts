import { chmodSync, mkdtempSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { testDatabase, type TestDatabase } from './db/testing.ts'
import { runCommand } from './start/testing-process.ts'

let database: TestDatabase
const run = (args: string[], input?: string) => runCommand(args, { DATABASE_URL: database.url }, input)
const person = ['--email', 'Ann@Example.com', '--name', 'Ann', '--role', 'editor']

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

test('--help of every command has an example', async () => {
  const names = ['migrate', 'create-organization', 'create-user', 'create-key']
  const helps = await Promise.all(names.map((name) => runCommand([name, '--help'], {})))
  for (const [index, { code, stdout, stderr }] of helps.entries()) {
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(new RegExp(`Examples?:\\n {2}[$] npx tachograph ${names[index]}`))
  }
})

test('misuse is said on stderr, and the exit code is 1', async () => {
  const misuses: [string[], string][] = [
    [[], 'Usage: tachograph'],
    [['crate-key'], "unknown command 'crate-key'"],
    [['create-key', '--name', 'k'], "required option '--scope <scope>' not specified"],
    [['create-user', ...person.slice(0, 4), '--role', 'king'], 'Allowed choices are owner, admin'],
  ]
  const ends = await Promise.all(misuses.map(([args]) => runCommand(args, {})))
  for (const [index, { code, stdout, stderr }] of ends.entries()) {
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain(misuses[index]![1])
  }
})

test('from an empty database to a key, and what is refused on the way', async () => {
  const key = ['create-key', '--name', 'BI', '--scope', 'read', '--scope', 'ingest']
  expect(await run(key)).toMatchObject({ code: 1, stderr: expect.stringContaining('There is no organization yet.') })
  expect(await run(['create-organization', 'Acme'])).toMatchObject({ code: 0, stdout: 'Acme\n' })

  const first = await run([...key, '--expires', '2999-01-01'])
  expect(first).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\S{20,}\n$/) })
  expect(first.stderr).toContain('Made the key "BI" of "Acme" for read and ingest, until 2999-01-01T00:00:00.000Z.')

  await run(['create-organization', 'Bolt'])
  expect(await run(key)).toEqual({
    code: 1,
    stdout: '',
    stderr: 'There are several organizations. Name one of "Acme", "Bolt".\n',
  })
  expect(await run([...key, '--organization', 'Bolt'])).toMatchObject({ code: 0 })
  const keys = await database.sql`
    select organizations.name, scopes, expires_at from api_keys join organizations on organizations.id = organization_id
    order by 1`
  expect(keys).toEqual([
    { name: 'Acme', scopes: ['read_metrics', 'read_jobs', 'ingest'], expiresAt: new Date('2999-01-01') },
    { name: 'Bolt', scopes: ['read_metrics', 'read_jobs', 'ingest'], expiresAt: null },
  ])
  const audit = await database.sql`select distinct actor, action from audit_events order by action`
  expect(audit).toEqual([
    { actor: 'Command line', action: 'key.created' },
    { actor: 'Command line', action: 'organization.created' },
  ])
})

test('a person, with the password from the standard input only', async () => {
  await run(['create-organization', 'Crew'])
  const create = ['create-user', ...person, '--organization', 'Crew']
  expect(await run(create)).toEqual({
    code: 1,
    stdout: '',
    stderr: 'There is no terminal to ask for the password in: pass it with --password-stdin.\n',
  })
  expect(await run([...create, '--password-stdin'], '\n')).toMatchObject({
    code: 1,
    stderr: 'The standard input has no password in its first line.\n',
  })
  const made = await run([...create, '--password-stdin'], 'correct horse battery\n')
  expect(made).toEqual({ code: 0, stdout: 'ann@example.com\n', stderr: 'Made the editor Ann of "Crew".\n' })
  const people = await database.sql`select email, role from users join memberships on user_id = users.id`
  expect(people).toEqual([{ email: 'ann@example.com', role: 'editor' }])
})

test('retention is set, one at a time too, and wrong days are refused', async () => {
  await run(['create-organization', 'Keepers'])
  const set = (...options: string[]) => run(['set-retention', '--organization', 'Keepers', ...options])
  expect(await set('--jobs-days', '90', '--rollups-days', '1200')).toEqual({
    code: 0,
    stdout: 'jobs     90 days\nrollups  1,200 days\n',
    stderr: 'Retention of "Keepers", which a running server begins to enforce within half an hour:\n',
  })
  expect(await set('--rollups-days', 'none')).toMatchObject({ stdout: 'jobs     90 days\nrollups  for ever\n' })
  const refusals: [string[], string][] = [
    [[], 'Nothing to change: give --jobs-days, --rollups-days, or both. See --help.\n'],
    [['--jobs-days', '0'], '--jobs-days is "0": write a whole number from 1 to 36500, or none.\n'],
    [
      ['--rollups-days', '30'],
      'Rollups are to be kept for 30 days, which is less than the 90 of jobs: keep them at least as long.\n',
    ],
  ]
  for (const [options, stderr] of refusals) expect(await set(...options)).toEqual({ code: 1, stdout: '', stderr })
})

test('without a server a command starts the embedded database and stops it again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tachograph-cli-'))
  chmodSync(folder, 0o755)
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const migrated = await runCommand(['migrate'], { TACHOGRAPH_DATA_DIR: folder })
  expect(migrated).toMatchObject({ code: 0, stdout: expect.stringMatching(/^000001_organizations[.]sql\n/) })
  expect((await readdir(folder)).sort()).toEqual(['postgres', 'postgres-password', 'postgres.log', 'secret'])
  expect(await readdir(join(folder, 'postgres'))).not.toContain('postmaster.pid')

  // Two at once: one waits for the other.
  const both = ['Acme', 'Bolt'].map((name) =>
    runCommand(['create-organization', name], { TACHOGRAPH_DATA_DIR: folder }),
  )
  expect((await Promise.all(both)).map(({ code }) => code)).toEqual([0, 0])
})
