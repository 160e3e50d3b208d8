import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { testDatabase } from '../db/testing.ts'
import { runCommand, startServer } from '../start/testing-process.ts'

async function temporaryFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'tachograph-verify-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

test('an address where no server is, or something else, is told in plain words', { timeout: 60_000 }, async () => {
  const verify = (url: string) => runCommand(['verify-isolation', '--url', url], { TACHOGRAPH_DATA_DIR: '/nowhere' })
  const [nonsense, nobody] = await Promise.all([verify('localhost'), verify('http://127.0.0.1:9')])
  expect(nonsense.code).toBe(1)
  expect(nonsense.stderr).toContain('--url is "localhost", but it has to be an address such as http://localhost:4000.')
  expect(nobody.code).toBe(1)
  expect(nobody.stderr).toContain(
    'No server answers at http://127.0.0.1:9. Start one, or name another address with --url.',
  )
})

test(
  'the database of another server is not taken for this one, and nothing is left in it',
  { timeout: 120_000 },
  async () => {
    const [mine, theirs] = await Promise.all([testDatabase(), testDatabase()])
    onTestFinished(() => Promise.all([mine.drop(), theirs.drop()]).then(() => {}))
    const folder = await temporaryFolder()
    const server = await startServer({ DATABASE_URL: theirs.url, TACHOGRAPH_DATA_DIR: folder })
    const environment = { DATABASE_URL: mine.url, TACHOGRAPH_DATA_DIR: folder }
    const ended = await runCommand(['verify-isolation', '--url', `http://localhost:${server.port}`], environment)
    expect(ended.code).toBe(1)
    expect(ended.stderr).toContain('its database or its secret is another one')
    expect(await mine.sql`select from organizations`).toHaveLength(0)
    expect(await mine.sql`select from jobs`).toHaveLength(0)
    expect(await mine.sql`select from users`).toHaveLength(0)
  },
)
