import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../db/testing.ts'
import { testDocument } from '../features/dashboards/testing.ts'
import { createOrganization } from '../features/organizations/index.ts'
import { runCommand } from '../start/testing-process.ts'

let database: TestDatabase
let folder: string
beforeAll(async () => {
  database = await testDatabase()
  await createOrganization(database.sql, 'Acme')
  folder = await mkdtemp(join(tmpdir(), 'dashboards-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await database.drop()
})

const run = (...args: string[]) =>
  runCommand(args, { DATABASE_URL: database.url, TACHOGRAPH_SECRET: 'q7Vd0ZtJxW4mKc1RbYf8UhLs3PgNe6Ai' })

async function file(text: string): Promise<string> {
  const path = join(folder, `${crypto.randomUUID()}.json`)
  await writeFile(path, text)
  return path
}

test('what was exported is imported, and exported again it is the same text', { timeout: 60_000 }, async () => {
  const path = await file(JSON.stringify(testDocument('Night'), null, 2))
  const first = await run('import-dashboard', path, '--folder', 'Operations')
  expect(first.stderr).toBe(`Made a dashboard of ${path}, which everyone in "Acme" sees:\n`)
  const exported = await run('export-dashboard', first.stdout.trim())
  expect(exported).toEqual({ code: 0, stderr: '', stdout: `${await readFile(path, 'utf8')}\n` })
  const rows = await database.sql`select folder, visibility, owner_id from dashboards`
  expect(rows).toEqual([{ folder: 'Operations', visibility: 'ORGANIZATION', ownerId: null }])
})

test('what is wrong is said, with its place', { timeout: 90_000 }, async () => {
  const broken = await file(JSON.stringify({ ...testDocument('Night'), panels: [{}] }))
  const { code, stderr } = await run('import-dashboard', broken)
  expect([code, stderr.split('\n').slice(0, 2)]).toEqual([
    1,
    ['This is no dashboard that can be kept:', 'panels[0].id: is missing, and must be a text'],
  ])
  expect((await run('import-dashboard', await file('{'))).stderr).toMatch(/\.json is not JSON: /)
  expect(await run('export-dashboard', 'x')).toEqual({
    code: 1,
    stdout: '',
    stderr: 'There is no dashboard with the id "x" in this organization.\n',
  })
})
