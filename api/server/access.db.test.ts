import { createClient, type Client } from 'graphql-ws'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { createKey, type KeyInput } from '../features/keys/index.ts'
import { makeTokens } from '../lib/tokens.ts'
import { testServer, type TestServer } from './testing.ts'

let server: TestServer
beforeAll(async () => void (server = await testServer()))
afterAll(() => server.stop())

const SECOND = { timeout: 1_000, interval: 20 }
const SUBSCRIPTION = 'subscription { datasetChanged { dataset } }'

async function newKey(input: Partial<KeyInput> = {}) {
  const { apiKey, key } = await createKey(server.services, server.organization.id, {
    name: 'Test',
    scopes: ['read'],
    expiresAt: null,
    ...input,
  })
  return { id: apiKey.id, authorization: `Bearer ${key}` }
}

const post = (authorization: string, query = '{ viewer { permissions } }', headers: Record<string, string> = {}) =>
  fetch(`${server.base}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', authorization, ...headers },
    body: JSON.stringify({ query }),
  })

const revoke = (id: number) =>
  server.ask('mutation ($id: ID!) { revokeApiKey(id: $id) { revokedAt } }', { id: String(id) })

function socket(authorization: string): Client {
  return createClient({
    url: `ws://127.0.0.1:${server.port}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization },
    retryAttempts: 0,
    lazy: false,
    onNonLazyError: () => {},
  })
}

describe('a revoked key', () => {
  test('closes its sockets within a second, and those of others stay', async () => {
    const key = await newKey()
    const other = await newKey()
    const closed = vi.fn()
    const othersClosed = vi.fn()
    const [mine, others] = [socket(key.authorization), socket(other.authorization)]
    mine.on('closed', (event) => closed((event as CloseEvent).code))
    others.on('closed', othersClosed)
    mine.subscribe({ query: SUBSCRIPTION }, { next: () => {}, error: () => {}, complete: () => {} })
    await Promise.all([mine, others].map((client) => new Promise((resolve) => client.on('connected', resolve))))
    await revoke(key.id)
    await vi.waitFor(() => expect(closed).toHaveBeenCalledWith(4403), SECOND)
    expect(othersClosed).not.toHaveBeenCalled()
    await others.dispose()
  })

  test('ends its streams of events within a second', async () => {
    const key = await newKey()
    const response = await post(key.authorization, SUBSCRIPTION, { Accept: 'text/event-stream' })
    expect(response.status).toBe(200)
    const ended = response.text().catch(() => 'cut off')
    const begun = performance.now()
    await revoke(key.id)
    await ended
    expect(performance.now() - begun).toBeLessThan(1_000)
  })

  test('ends a body of jobs that is still being sent', async () => {
    const key = await newKey({ scopes: ['ingest'] })
    const stop = new AbortController()
    const body = new ReadableStream({
      async pull(controller) {
        await new Promise((resolve) => setTimeout(resolve, 20))
        if (stop.signal.aborted) return controller.close()
        controller.enqueue(new TextEncoder().encode('\n'))
      },
    })
    const options = { method: 'POST', headers: { authorization: key.authorization }, body, duplex: 'half' as const }
    const sent = fetch(`${server.base}/ingest/jobs`, options as RequestInit).then(
      (response) => response.status,
      () => 'cut off',
    )
    await new Promise((resolve) => setTimeout(resolve, 200))
    const begun = performance.now()
    await revoke(key.id)
    expect(await sent).not.toBe(200)
    expect(performance.now() - begun).toBeLessThan(1_500)
    stop.abort()
  })

  test('is told so when it revoked itself', async () => {
    const key = await newKey({ scopes: ['manage'] })
    const response = await post(key.authorization, `mutation { revokeApiKey(id: "${key.id}") { revokedAt } }`)
    expect(((await response.json()) as { data: unknown }).data).toMatchObject({ revokeApiKey: {} })
    await vi.waitFor(async () => expect((await post(key.authorization)).status).toBe(401), SECOND)
  })
})

test('a rotated key counts until the overlap is over', async () => {
  const key = await newKey({ scopes: ['read', 'ingest'] })
  const mutation = 'mutation ($id: ID!) { rotateApiKey(id: $id, overlap: "PT2S") { key } }'
  const { data } = await server.ask(mutation, { id: String(key.id) })
  const { key: next } = data!['rotateApiKey'] as { key: string }
  expect((await post(`Bearer ${next}`)).status).toBe(200)
  expect((await post(key.authorization)).status).toBe(200)
  await vi.waitFor(async () => expect((await post(key.authorization)).status).toBe(401), { timeout: 3_500 })
  expect((await post(`Bearer ${next}`)).status).toBe(200)
})

describe('requests a minute', () => {
  test('over the limit are answered with 429, and when to go on', async () => {
    const { authorization } = await newKey({ requestsAMinute: 3 })
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(authorization)))
    const refused = answers.filter((answer) => answer.status === 429)
    // The minute may have ended in between.
    expect([4, 7]).toContain(refused.length)
    expect(Number(refused[0]!.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await refused[0]!.json()).toEqual({
      error: expect.stringMatching(/^More than 3 requests a minute\. Ask again in \d+ s\.$/) as unknown,
    })
    const ingest = await fetch(`${server.base}/ingest/jobs`, { method: 'POST', headers: { authorization }, body: '' })
    expect(ingest.status).toBe(429)
  })

  test('over the limit are errors on a socket, which stays open', async () => {
    const { authorization } = await newKey({ requestsAMinute: 2 })
    const client = socket(authorization)
    const answers: unknown[] = []
    const ask = () =>
      new Promise<void>((resolve) =>
        client.subscribe(
          { query: '{ viewer { permissions } }' },
          {
            next: ({ errors }) => void answers.push(errors?.[0]?.extensions?.['code'] ?? 'answered'),
            error: (errors) => {
              answers.push((errors as { extensions: unknown }[])[0]?.extensions)
              resolve()
            },
            complete: resolve,
          },
        ),
      )
    await ask()
    await ask()
    expect(answers).toEqual(['answered', { code: 'RATE_LIMITED' }])
    await client.dispose()
  })
})

describe('made-up tokens', () => {
  test('are 401 without a statement, and limited by address', async () => {
    const foreign = makeTokens(['another installation has this secret'])
    await new Promise((resolve) => setTimeout(resolve, 2_500))
    server.statements.length = 0
    for (const path of ['/graphql', '/ingest/jobs']) {
      for (const token of [foreign.make('key'), 'tach_', 'eyJhbGciOiJub25lIn0.e30.', "' or 1=1"]) {
        const headers = { authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
        const answer = await fetch(`${server.base}${path}`, { method: 'POST', headers, body: '{}' })
        expect(answer.status).toBe(401)
      }
    }
    let status = 401
    // More than the limit of a minute on either side of the minute's end, should it come meanwhile.
    for (let batch = 0; batch < 52 && status === 401; batch++) {
      const answers = await Promise.all(Array.from({ length: 50 }, () => post('Bearer nobody')))
      await Promise.all(answers.map((answer) => answer.arrayBuffer()))
      status = answers.at(-1)!.status
    }
    expect(status).toBe(429)
    expect(server.statements).toEqual([])
  })
})

describe('queries at once', () => {
  test('over the quota wait, and are then refused with 429', async () => {
    const { authorization } = await newKey()
    const { queriesAtOnce } = server.services
    const leave = await Promise.all(Array.from({ length: 50 }, () => queriesAtOnce.take(server.organization.id, 50)))
    const waiting = post(authorization)
    await new Promise((resolve) => setTimeout(resolve, 100))
    leave.pop()!()
    expect((await waiting).status).toBe(200)
    leave.push(await queriesAtOnce.take(server.organization.id, 50))
    const refused = await post(authorization)
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('1')
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'QUOTA_EXCEEDED' } }] })
    for (const give of leave) give!()
    await vi.waitFor(() => expect(queriesAtOnce.running(server.organization.id)).toBe(0), SECOND)
  }, 15_000)
})

test('nothing of this was logged as a failure', () => expect(server.logged).toEqual([]))
