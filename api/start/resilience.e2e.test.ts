import { chmodSync, existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { request, type ClientRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from 'graphql-ws'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { processStart } from '../db/embedded/process-table.ts'
import { runCommand, startServer } from './testing-process.ts'

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** A server on an embedded database of its own, with an organization and a key. */
async function startWithKey() {
  const folder = mkdtempSync(join(tmpdir(), 'tachograph-resilience-'))
  chmodSync(folder, 0o755)
  // PostgreSQL may still put a file away.
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }))
  const environment = { TACHOGRAPH_DATA_DIR: folder }
  const server = await startServer(environment)
  await runCommand(['create-organization', 'Acme'], environment)
  const made = await runCommand(['create-key', '--name', 'k', '--scope', 'read', '--scope', 'ingest'], environment)
  const headers = { Authorization: `Bearer ${made.stdout.trim()}`, 'Content-Type': 'application/json' }
  const database = () => Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
  return { ...server, folder, environment, headers, database, url: `http://127.0.0.1:${server.port}` }
}

type Server = Awaited<ReturnType<typeof startWithKey>>

function lines(from: number, count: number): string {
  const line = (n: number) => JSON.stringify({ pipeline: 'build', externalId: `${n}`, status: 'QUEUED' })
  return Array.from({ length: count }, (_, index) => `${line(from + index)}\n`).join('')
}

async function countJobs({ url, headers }: Server): Promise<number> {
  const body = JSON.stringify({ query: '{ jobs { totalCount } }' })
  const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body })
  const { data }: { data: { jobs: { totalCount: number } } } = JSON.parse(await answer.text())
  return data.jobs.totalCount
}

/** Sends jobs until it is told to stop. What was answered with 200 counts as kept; everything else is remembered. */
function sendJobs({ url, headers }: Server, from: number) {
  let [sending, kept] = [true, 0]
  const failures = new Set<string>()
  const work = (async () => {
    for (let next = from; sending; next += 100) {
      const answer = await fetch(`${url}/ingest/jobs`, { method: 'POST', headers, body: lines(next, 100) })
      const text = await answer.text()
      if (answer.status === 200) kept += JSON.parse(text).accepted
      else failures.add(`${answer.status} ${text}`)
    }
  })()
  const stop = async () => {
    sending = false
    await work
    return { kept, failures: [...failures] }
  }
  return { kept: () => kept, stop }
}

/** Counts what `datasetChanged` tells. */
function watch({ port, headers }: Server) {
  const connectionParams = { Authorization: headers.Authorization }
  const url = `ws://127.0.0.1:${port}/graphql`
  const client = createClient({ url, webSocketImpl: WebSocket, connectionParams, retryAttempts: 0 })
  let [changes, ended] = [0, false]
  const end = () => void (ended = true)
  const sink = { next: () => void changes++, error: end, complete: end }
  client.subscribe({ query: 'subscription { datasetChanged { from } }' }, sink)
  return { changes: () => changes, ended: () => ended }
}

test('the database is stopped and killed under load: nothing acknowledged is lost, and all goes on by itself', async () => {
  const server = await startWithKey()
  const watcher = watch(server)
  const senders = [0, 1, 2].map((n) => sendJobs(server, n * 1_000_000))
  const ready = () => fetch(`${server.url}/readyz`).then((answer) => answer.status)
  // Who begins to watch while the database is away is refused.
  await expect.poll(watcher.changes, { timeout: 10_000 }).toBeGreaterThan(0)
  for (const signal of ['SIGINT', 'SIGKILL'] as const) {
    await expect.poll(() => Math.min(...senders.map((sender) => sender.kept())), { timeout: 10_000 }).toBeGreaterThan(0)
    process.kill(server.database(), signal)
    await expect.poll(ready, { timeout: 10_000, interval: 10 }).toBe(503)
    await expect.poll(ready, { timeout: 10_000 }).toBe(200)
    const [kept, changes] = [senders.map((sender) => sender.kept()), watcher.changes()]
    const goesOn = () => senders.every((sender, index) => sender.kept() > kept[index]!)
    await expect.poll(goesOn, { timeout: 10_000 }).toBe(true)
    await expect.poll(watcher.changes, { timeout: 10_000 }).toBeGreaterThan(changes)
  }
  const results = await Promise.all(senders.map((sender) => sender.stop()))
  const failures = new Set(results.flatMap((result) => result.failures))
  expect([...failures]).toEqual([
    '503 {"error":"The database cannot be reached at the moment. Try again in a few seconds."}',
  ])
  expect(watcher.ended()).toBe(false)
  // What was written but not acknowledged may be there too.
  expect(await countJobs(server)).toBeGreaterThanOrEqual(results.reduce((sum, { kept }) => sum + kept, 0))

  const database = server.database()
  server.child.kill('SIGTERM')
  expect((await server.ended).code).toBe(0)
  expect(await processStart(database)).toBeNull()
})

/** Sends lines for ever, as fast as they are taken; `ended` is fulfilled when the connection ends, with or without an answer. */
function stream({ url, headers }: Server): { sender: ClientRequest; ended: Promise<void> } {
  const sender = request(`${url}/ingest/jobs`, { method: 'POST', headers })
  const ended = new Promise<void>((resolve) => {
    sender.on('error', () => resolve())
    sender.on('response', (answer) => answer.resume().on('close', resolve))
    sender.on('close', resolve)
  })
  let next = 0
  const write = () => {
    while (!sender.destroyed && sender.write(lines(next, 100))) next += 100
    next += 100
  }
  sender.on('drain', write)
  write()
  return { sender, ended }
}

test('SIGTERM during a streamed body: it ends in good order, and what was committed stays', async () => {
  const server = await startWithKey()
  const { ended } = stream(server)
  await expect.poll(() => countJobs(server), { timeout: 10_000 }).toBeGreaterThan(2_000)
  const before = await countJobs(server)
  const database = server.database()
  const begun = performance.now()
  server.child.kill('SIGTERM')
  const [end] = await Promise.all([server.ended, ended])
  expect(end.code).toBe(0)
  expect(performance.now() - begun).toBeLessThan(10_000)
  expect(end.stderr).not.toContain('"level":"error"')
  expect(await processStart(database)).toBeNull()
  expect(existsSync(join(server.folder, 'lock'))).toBe(false)

  const again = await startServer(server.environment)
  expect(await countJobs({ ...server, ...again, url: `http://127.0.0.1:${again.port}` })).toBeGreaterThanOrEqual(before)
  again.child.kill('SIGTERM')
  expect((await again.ended).code).toBe(0)
})

test('senders that wait with their bodies hold no connection to the database', async () => {
  const server = await startWithKey()
  const waiting = Array.from({ length: 30 }, () => request(`${server.url}/ingest/jobs`, { ...server, method: 'POST' }))
  onTestFinished(() => waiting.forEach((sender) => sender.destroy()))
  for (const [index, sender] of waiting.entries()) sender.on('error', () => {}).write(lines(index * 1_500, 1_500))
  await expect.poll(() => countJobs(server), { timeout: 25_000 }).toBe(30_000)
  await sleep(50)
  // Whoever needs a connection that they hold waits as long as they do.
  const signal = AbortSignal.timeout(8_000)
  expect((await fetch(`${server.url}/readyz`, { signal })).status).toBe(200)
  expect(await countJobs(server)).toBe(30_000)
})
