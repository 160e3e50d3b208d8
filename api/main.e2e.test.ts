import { chmodSync, existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, onTestFinished, test } from 'vitest'
import { connect } from './db/client.ts'
import { processStart } from './db/embedded/process-table.ts'
import { emptyDatabase, withDatabase } from './db/testing.ts'
import { runCommand, startProgram, startServer } from './start/testing-process.ts'

function folderForTest(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tachograph-start-'))
  chmodSync(folder, 0o755)
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A start that has to fail: its one sentence. */
async function refusal(environment: Record<string, string>): Promise<string> {
  const { code, stdout, stderr } = await startProgram('main', [], { PORT: '0', ...environment }).ended
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  // What it did on the way is logged as JSON.
  const said = stderr.split('\n').filter((line) => line !== '' && !line.startsWith('{'))
  expect(said).toHaveLength(1)
  return said[0]!
}

test('a wrong value stops the start with a sentence that names it', async () => {
  expect(await refusal({ PORT: 'abc' })).toBe(
    'PORT is "abc", but it has to be a whole number from 0 to 65535, such as 4000.',
  )
})

test('a database that cannot be had is named without its password', async () => {
  const url = new URL(inject('databaseUrl'))
  const place = `${url.hostname}:${url.port}`
  const unknownDatabase = withDatabase(url.href, 'not_there')
  const stranger = new URL(url)
  ;[stranger.username, stranger.password] = ['stranger', 'secret']
  const sentences = await Promise.all(
    ['postgres://ann:secret@127.0.0.1:1/x', 'postgres://ann:secret@no.invalid/x', unknownDatabase, stranger.href].map(
      (address) => refusal({ DATABASE_URL: address }),
    ),
  )
  expect(sentences).toEqual([
    'No database server answers at 127.0.0.1:1: is it running there?',
    // Without a network the look-up itself fails.
    expect.stringMatching(/^The database host "no[.]invalid" (is not known|cannot be looked up)/),
    `There is no database "not_there" on the server at ${place}: create it, or name another one in DATABASE_URL.`,
    expect.stringMatching(new RegExp(`^The database server at ${place} .*"stranger"`)),
  ])
  expect(sentences.join()).not.toContain('secret')
})

test('a database that is newer than the code is refused', async () => {
  const DATABASE_URL = await emptyDatabase()
  await runCommand(['migrate'], { DATABASE_URL })
  const sql = connect(DATABASE_URL, { max: 1 })
  await sql`insert into migrations (id, name) values (999999, 'from_the_future')`
  await sql.end()
  expect(await refusal({ DATABASE_URL })).toMatch(/^The database is newer than this version of Tachograph/)
})

test('a port that is taken is named', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, resolve))
  onTestFinished(() => void other.close())
  const address = other.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const environment = { DATABASE_URL: await emptyDatabase(), PORT: String(port), TACHOGRAPH_DEMO: 'off' }
  expect(await refusal(environment)).toBe(
    `Port ${port} is taken by another program: stop that one, or set PORT to a free port.`,
  )
})

test('with nothing there it shows the setup token, and SIGTERM ends it with 0', async () => {
  const environment = { DATABASE_URL: await emptyDatabase() }
  const server = await startServer(environment)
  expect(server.stdout()).toMatch(/Setup token {2}\S{20,}\n/)
  expect((await fetch(`http://localhost:${server.port}/healthz`)).status).toBe(200)
  server.child.kill('SIGTERM')
  expect((await server.ended).code).toBe(0)
})

test('with the demo it says how to sign in, and its key opens the API', async () => {
  const TACHOGRAPH_DATA_DIR = folderForTest()
  const DATABASE_URL = await emptyDatabase()
  const server = await startServer({ DATABASE_URL, TACHOGRAPH_DATA_DIR, TACHOGRAPH_DEMO: 'on' })
  expect(server.stdout()).toMatch(/Sign in {6}\S+@\S+, password \S+\n/)
  const key = /API key {6}(\S+)/.exec(server.stdout())?.[1]
  const response = await fetch(`http://localhost:${server.port}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${key}` },
    body: JSON.stringify({ query: '{ viewer { organization { name } } }' }),
  })
  expect(await response.json()).toEqual({ data: { viewer: { organization: { name: 'Demo' } } } })
  server.child.kill('SIGINT')
  expect((await server.ended).code).toBe(0)
})

test('on the embedded database: one server, commands beside it, kill -9, and Ctrl-C', async () => {
  const environment = { TACHOGRAPH_DATA_DIR: folderForTest() }
  const { TACHOGRAPH_DATA_DIR: folder } = environment
  const postgres = () => Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
  const first = await startServer(environment)

  expect(await refusal(environment)).toBe(
    `The data folder ${folder} is in use by a Tachograph that runs as process ${first.pid}. ` +
      'Stop that one, or set TACHOGRAPH_DATA_DIR to another folder.',
  )
  expect(await runCommand(['create-organization', 'Acme'], environment)).toMatchObject({ code: 0, stdout: 'Acme\n' })

  const orphan = postgres()
  first.child.kill('SIGKILL')
  await first.ended
  expect(await processStart(orphan)).not.toBeNull()
  const second = await startServer(environment)
  expect(await processStart(orphan)).toBeNull()
  const key = await runCommand(['create-key', '--name', 'k', '--scope', 'read'], environment)
  expect(key).toMatchObject({ code: 0, stderr: expect.stringContaining('Made the key "k" of "Acme" for read') })

  // A terminal sends it to the whole group.
  const running = postgres()
  process.kill(-second.pid, 'SIGINT')
  const { code, stderr } = await second.ended
  expect(code).toBe(0)
  expect(stderr).not.toContain('"level":"error"')
  expect(await processStart(running)).toBeNull()
  expect(existsSync(join(folder, 'lock'))).toBe(false)
})
