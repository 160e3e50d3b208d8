import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { ABUSE, type Abuse } from './testing-abuse.ts'
import { hardenedServer, type HardenedServer } from './testing-hardened.ts'

/** Each takes some milliseconds (docs/benchmarks.md); ten times that is no noise of the machine any more. */
const PATIENCE_MS = 500
const ROUNDS = 5

let server: HardenedServer
beforeAll(async () => void (server = await hardenedServer()))
afterAll(async () => {
  const logged = [...server.logged]
  await server.stop()
  expect(logged).toEqual([])
})

/** Statements besides those that look up the key, and count requests, of all together now and then. */
const statements = () =>
  server.statements.filter((text) => !/key_hash|rate_limits|api_key_usage|update api_keys/.test(text))

const post = ({ body }: Abuse) =>
  fetch(`${server.base}/graphql`, {
    method: 'POST',
    headers: { ...server.reader, 'Content-Type': 'application/json' },
    body: body(),
  }).then(
    async (response) => ({ status: response.status, text: await response.text() }),
    // A body over the limit is not read to its end: the client may see that before the answer.
    () => ({ status: 413, text: '{"error":"hung up"}' }),
  )

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!

describe('a request that asks for too much is refused at once, and the database hears nothing of it', () => {
  beforeAll(() => post({ name: '', body: () => '{"query":"{ __typename }"}' }))

  test.each(ABUSE.map((abuse) => [abuse.name, abuse] as const))('%s', async (_name, abuse) => {
    const times: number[] = []
    const work: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      server.statements.length = 0
      const begun = { at: performance.now(), used: process.cpuUsage() }
      const { status, text } = await post(abuse)
      times.push(performance.now() - begun.at)
      const { user, system } = process.cpuUsage(begun.used)
      work.push((user + system) / 1000)
      expect(statements()).toEqual([])
      expect(status, text.slice(0, 300)).toBeGreaterThanOrEqual(200)
      expect(status, text.slice(0, 300)).toBeLessThan(500)
      const answer = JSON.parse(text)
      expect(answer.data ?? null, abuse.name).toBeNull()
      expect(answer.errors ?? answer.error, text.slice(0, 500)).toBeDefined()
      expect(text.length).toBeLessThan(10_000)
    }
    // The work of client and server together, which does not depend on what else the machine does.
    console.log(`${median(work).toFixed(1)} ms of work, ${median(times).toFixed(1)} ms: ${abuse.name}`)
    expect(median(times)).toBeLessThan(PATIENCE_MS)
  })

  test.each(ABUSE.filter((abuse) => abuse.body().length < 1_000_000).map((abuse) => [abuse.name, abuse] as const))(
    'over a socket: %s',
    async (_name, abuse) => {
      const socket = new WebSocket(`ws://127.0.0.1:${server.port}/graphql`, 'graphql-transport-ws')
      const answer = await new Promise<string>((resolve) => {
        const payload = { authorization: `Bearer ${server.readerKey}` }
        socket.once('close', (code) => resolve(`closed with ${code}`))
        socket.once('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload })))
        socket.on('message', (data) => {
          if (String(data).includes('connection_ack')) {
            server.statements.length = 0
            socket.send(`{"id":"1","type":"subscribe","payload":${abuse.body()}}`)
          } else if (!String(data).includes('"ping"')) resolve(String(data))
        })
      })
      socket.terminate()
      expect(statements()).toEqual([])
      // What is no question at all is a bad message, as the protocol has it.
      expect(answer.slice(0, 300)).toMatch(/"errors":|"type":"error"|closed with 4400/)
      expect(answer.length).toBeLessThan(10_000)
    },
  )
})
