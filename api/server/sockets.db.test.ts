import { createClient } from 'graphql-ws'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { SESSION_COOKIE } from '../access/index.ts'
import { createUser, startSession } from '../features/people/index.ts'
import { testServer, type TestServer } from './testing.ts'

let server: TestServer
let session: string
beforeAll(async () => {
  server = await testServer()
  const person = { email: 'ada@example.com', name: 'Ada', password: 'correct horse battery', role: 'viewer' as const }
  const { id: userId } = await createUser(server.sql, server.organization.id, person)
  const who = { userId, organizationId: server.organization.id }
  session = `${SESSION_COOKIE}=${await startSession(server.services, who, { address: null, agent: null })}`
})
afterAll(() => server.stop())

interface Opening {
  protocol?: string
  headers?: Record<string, string>
}

/** Opens a raw socket, sends the messages one by one, and says how the server closed it. */
async function closeCode(messages: unknown[], { protocol = 'graphql-transport-ws', headers = {} }: Opening = {}) {
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/graphql`, protocol, { headers })
  const closed = new Promise<number>((resolve) => socket.once('close', (code) => resolve(code)))
  await new Promise<void>((resolve, reject) => socket.once('open', resolve).once('error', reject))
  for (const message of messages) socket.send(typeof message === 'string' ? message : JSON.stringify(message))
  const code = await Promise.race([closed, new Promise<string>((resolve) => setTimeout(resolve, 5_000, 'open'))])
  socket.terminate()
  return code
}

const init = () => ({ type: 'connection_init', payload: { authorization: `Bearer ${server.key}` } })
const subscribe = (id: string) => ({
  id,
  type: 'subscribe',
  payload: { query: 'subscription { datasetChanged { dataset } }' },
})

describe('close codes of graphql-transport-ws', () => {
  test('4400: a message that is none', async () => {
    expect(await closeCode(['hello'])).toBe(4400)
    expect(await closeCode([{ type: 'what' }])).toBe(4400)
  })
  test('4401: subscribe before the connection is acknowledged', async () => {
    expect(await closeCode([subscribe('1')])).toBe(4401)
  })
  test('4403: a key that is wrong or missing', async () => {
    expect(await closeCode([{ type: 'connection_init' }])).toBe(4403)
    expect(await closeCode([{ type: 'connection_init', payload: { authorization: 'Bearer tach_wrong' } }])).toBe(4403)
  })
  test('a protocol that is not ours, the old one included, is not agreed to', async () => {
    await expect(closeCode([], { protocol: 'graphql-ws' })).rejects.toThrow('Server sent no subprotocol')
  })
  test('4408: nobody says who they are in time', async () => {
    expect(await closeCode([])).toBe(4408)
  }, 10_000)
  test('4409: the same id twice', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/graphql`, 'graphql-transport-ws')
    const closed = new Promise<number>((resolve) => socket.once('close', (code) => resolve(code)))
    socket.once('open', () => socket.send(JSON.stringify(init())))
    socket.on('message', (data) => {
      if (!String(data).includes('connection_ack')) return
      socket.send(JSON.stringify(subscribe('1')))
      socket.send(JSON.stringify(subscribe('1')))
    })
    expect(await closed).toBe(4409)
  })
  test('4429: two inits', async () => {
    expect(await closeCode([init(), init()])).toBe(4429)
  })
})

describe('a question that is wrong', () => {
  /** The answer to each question, all on one socket, by number; it rejects when the socket is closed. */
  async function ask(payloads: unknown[]) {
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/graphql`, 'graphql-transport-ws')
    const answers = new Map<string, string>()
    await new Promise<void>((resolve, reject) => {
      socket.once('close', (code) => reject(new Error(`closed with ${code}`)))
      socket.once('open', () => socket.send(JSON.stringify(init())))
      socket.on('message', (data) => {
        const { type, id, payload }: { type: string; id: string; payload: unknown } = JSON.parse(String(data))
        if (type === 'connection_ack') {
          payloads.forEach((asked, at) =>
            socket.send(JSON.stringify({ id: `${at}`, type: 'subscribe', payload: asked })),
          )
        } else if (payload) answers.set(id, JSON.stringify(payload))
        if (answers.size === payloads.length) resolve()
      })
    })
    socket.terminate()
    return payloads.map((_, at) => answers.get(`${at}`))
  }

  test('is answered as such, and the others on the socket go on', async () => {
    const answers = await ask([
      { query: '{ a(' },
      { query: '{ nothing }' },
      { query: '{a'.repeat(10_000) },
      { query: 'subscription ($of: JobFilter) { jobChanged(filter: $of) { id } }', variables: { of: 1 } },
      { query: 'subscription { jobChanged(filter: {range: {last: "P0D"}}) { id } }' },
      { query: '{ viewer { organization { name } } }' },
    ])
    expect(answers).toEqual([
      expect.stringContaining('Syntax Error'),
      expect.stringContaining('Cannot query field'),
      expect.stringContaining('nests more than'),
      expect.stringContaining('$of'),
      expect.stringContaining('The time range is empty'),
      '{"data":{"viewer":{"organization":{"name":"Test"}}}}',
    ])
  })
})

describe('who may open a socket', () => {
  const origin = () => `http://127.0.0.1:${server.port}`
  const open = (headers: Record<string, string>, connectionParams?: Record<string, unknown>) => {
    class Socket extends WebSocket {
      constructor(url: string, protocol: string) {
        super(url, protocol, { headers })
      }
    }
    const client = createClient({
      url: `ws://127.0.0.1:${server.port}/graphql`,
      webSocketImpl: Socket,
      retryAttempts: 0,
      ...(connectionParams && { connectionParams }),
    })
    return new Promise<unknown>((resolve, reject) => {
      client.subscribe(
        { query: '{ viewer { organization { name } } }' },
        { next: resolve, error: reject, complete: () => void client.dispose() },
      )
    })
  }
  const answer = { data: { viewer: { organization: { name: 'Test' } } } }

  test('a program with a key, from anywhere', async () => {
    expect(await open({ Origin: 'https://elsewhere.example' }, { authorization: `Bearer ${server.key}` })).toEqual(
      answer,
    )
    expect(await open({}, { Authorization: `Bearer ${server.key}` })).toEqual(answer)
  })
  test('a signed-in person, from our own page only', async () => {
    expect(await open({ Cookie: session, Origin: origin() })).toEqual(answer)
    for (const other of ['https://evil.example', 'null', `https://127.0.0.1.evil.example:${server.port}`]) {
      await expect(open({ Cookie: session, Origin: other })).rejects.toMatchObject({ code: 4403 })
    }
    await expect(open({ Cookie: session })).rejects.toMatchObject({ code: 4403 })
  })
  test('nobody at another address', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/elsewhere`)
    const failed = vi.fn<(error: Error) => void>()
    socket.once('error', failed)
    await expect.poll(() => failed.mock.calls).toHaveLength(1)
    expect(failed.mock.calls[0]![0].message).toContain('404')
  })
})
