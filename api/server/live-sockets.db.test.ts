import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { createKey } from '../features/keys/index.ts'
import { testServer, type TestServer } from './testing.ts'

/** Live answers as they come over real sockets. */
let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.stop())

const query = { dataset: 'jobs', measures: ['count'], dimensions: ['pipeline'], range: { last: 'P1D' }, every: 'HOUR' }
const document = `subscription ($query: MetricQuery!) {
  table(query: $query) { revision table { rows } changed { index cells } }
}`

/** A client that subscribes to tables; `payloads` has what it got, as it was sent. */
async function open(queries: readonly object[], { key = server.key, ids = queries.map((_, at) => `op-${at}`) } = {}) {
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/graphql`, 'graphql-transport-ws')
  const payloads: string[] = []
  const client = { socket, payloads, closed: null as number | null }
  socket.on('close', (code) => (client.closed = code))
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject)
    socket.once('open', () => {
      socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${key}` } }))
    })
    socket.on('message', (data: Buffer) => {
      const text = data.toString()
      if (text.includes('connection_ack')) resolve()
      const [head, payload] = text.split('"type":"next","payload":')
      if (payload !== undefined && head !== undefined) payloads.push(payload.slice(0, -1))
    })
  })
  queries.forEach((asked, at) => {
    const payload = { query: document, variables: { query: asked } }
    socket.send(JSON.stringify({ id: ids[at], type: 'subscribe', payload }))
  })
  return client
}

async function ingest(pipeline: string) {
  const body = JSON.stringify({ pipeline, externalId: `${pipeline}-${Math.random()}`, status: 'RUNNING' })
  const headers = { ...server.bearer, 'Content-Type': 'application/x-ndjson' }
  const response = await fetch(`${server.base}/ingest/jobs`, { method: 'POST', headers, body })
  expect(await response.json()).toMatchObject({ accepted: 1 })
}

// Not there without being asked for.
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** What buffers keep, without what only waits to be collected. */
function keptBytes(): number {
  collect()
  return process.memoryUsage().arrayBuffers
}

const until = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 10 })

test('what comes is the same to the last byte for all who watch the same, whatever they call it', async () => {
  await ingest('a')
  const clients = await Promise.all(['1', 'x"y', 'ü'].map((id) => open([query], { ids: [id] })))
  await until(() => clients.forEach(({ payloads }) => expect(payloads).toHaveLength(1)))
  await ingest('a')
  await until(() => clients.forEach(({ payloads }) => expect(payloads).toHaveLength(2)))
  expect(new Set(clients.map(({ payloads }) => payloads.join('\n'))).size).toBe(1)
  expect(clients[0]!.payloads[1]).toContain('"table":null,"changed":[{"index":')
  clients.forEach(({ socket }) => socket.terminate())
})

test('each gets the fields that it asked for', async () => {
  const asked = {
    query:
      'subscription ($query: MetricQuery!, $no: Boolean!) { table(query: $query) { revision asOf @skip(if: $no) } }',
  }
  const client = await open([])
  for (const no of [true, false]) {
    client.socket.send(
      JSON.stringify({ id: `${no}`, type: 'subscribe', payload: { ...asked, variables: { query, no } } }),
    )
  }
  await until(() => expect(client.payloads).toHaveLength(2))
  expect(client.payloads.filter((payload) => payload.includes('asOf'))).toHaveLength(1)
  client.socket.terminate()
})

describe('a client that does not read', () => {
  /** About a megabyte each. */
  const large = { dataset: 'jobs', measures: ['count'], range: { last: 'P14D' }, every: 'MINUTE', limit: 50_000 }

  test('is given up with a code; the others notice nothing', async () => {
    const reader = await open([query])
    const stalled = await open([])
    stalled.socket.pause()
    await sleep(50)
    const before = keptBytes()
    for (let at = 0; at < 40; at++) {
      const payload = { query: document, variables: { query: large } }
      stalled.socket.send(JSON.stringify({ id: `${at}`, type: 'subscribe', payload }))
    }
    await until(() => expect(reader.payloads).toHaveLength(1))
    for (let round = 1; round <= 3; round++) {
      await ingest('a')
      await until(() => expect(reader.payloads).toHaveLength(round + 1))
    }
    expect(keptBytes() - before).toBeLessThan(10e6)
    await sleep(10_000)
    stalled.socket.resume()
    await until(() => expect(stalled.closed).toBe(1013))
    // What the system had taken, and one more: the rest was never written.
    expect(stalled.payloads.length).toBeLessThan(20)
    expect(reader.closed).toBeNull()
    reader.socket.terminate()
  }, 30_000)

  test('for a moment gets all of what it missed', async () => {
    const client = await open([query])
    await until(() => expect(client.payloads).toHaveLength(1))
    client.socket.pause()
    for (let round = 0; round < 2; round++) {
      await ingest('a')
      await sleep(1_100)
    }
    client.socket.resume()
    await until(() => expect(client.payloads.length).toBeGreaterThan(1))
    const counts = client.payloads.map((payload) => JSON.parse(payload).data.table)
    expect(counts.at(-1).changed).toHaveLength(1)
    client.socket.terminate()
  })
})

test('a key that is revoked ends what it watches', async () => {
  const made = { name: 'short', scopes: ['read'], expiresAt: null }
  const { key, apiKey } = await createKey(server.services, server.organization.id, made)
  const client = await open([query], { key })
  await until(() => expect(client.payloads).toHaveLength(1))
  await server.ask('mutation ($id: ID!) { revokeApiKey(id: $id) { revokedAt } }', { id: String(apiKey.id) })
  await until(() => expect(client.closed).toBe(4403))
  await ingest('a')
  await sleep(500)
  expect(client.payloads).toHaveLength(1)
})

test('nothing was logged', () => expect(server.logged).toEqual([]))
