import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testServer, type TestServer } from './testing.ts'

let server: TestServer
beforeAll(async () => void (server = await testServer()))
afterAll(() => server.stop())

/** The audits of the GraphQL over HTTP specification, written by others (npm graphql-http), asked with a key. */
describe.each([
  ['open', { production: false, introspection: true, origins: [] }],
  ['closed', { production: true, introspection: false, origins: ['https://bi.example.com'] }],
])('GraphQL over HTTP, %s', (_how, hardening) => {
  let server: TestServer
  beforeAll(async () => void (server = await testServer({ hardening })))
  afterAll(() => server.stop())
  const audits = serverAudits({
    url: () => `${server.base}/graphql`,
    fetchFn: (url: string, init: RequestInit = {}) => {
      const headers = new Headers(init.headers)
      headers.set('Authorization', server.bearer.Authorization)
      return fetch(url, { ...init, headers })
    },
  })
  test('there are 61 audits', () => expect(audits).toHaveLength(61))
  for (const audit of audits) {
    test(`${audit.id} ${audit.name}`, async () => {
      const result = await audit.fn()
      expect(result.status, 'reason' in result ? result.reason : '').toBe('ok')
    })
  }
})

describe('who is not known', () => {
  const ask = (init: RequestInit) =>
    fetch(`${server.base}/graphql`, { method: 'POST', body: '{"query":"{__typename}"}', ...init })
  const json = { 'Content-Type': 'application/json' }

  test('gets 401 and nothing about what exists, and the database is not asked', async () => {
    server.statements.length = 0
    const wrong = ['Bearer tach_nope', 'Bearer ', 'Basic eDp5', 'Bearer eyJhbGciOiJub25lIn0.e30.', '']
    for (const Authorization of wrong) {
      const response = await ask({ headers: { ...json, Authorization } })
      expect(response.status).toBe(401)
      expect(await response.json()).toEqual({
        errors: [
          {
            message: 'Show a valid API key in the header "Authorization: Bearer ...", or sign in.',
            extensions: { code: 'UNAUTHENTICATED' },
          },
        ],
      })
    }
    expect((await ask({ headers: json })).status).toBe(401)
    expect(server.statements).toEqual([])
    expect((await ask({ headers: { ...json, Authorization: `Bearer tach_${'x'.repeat(43)}` } })).status).toBe(401)
    expect((await fetch(`${server.base}/graphql?query={viewer{organization{name}}}`)).status).toBe(401)
  })

  test('sees GraphiQL in a browser, which holds no data and needs no other server', async () => {
    const response = await fetch(`${server.base}/graphql`, { headers: { Accept: 'text/html' } })
    expect(response.status).toBe(200)
    const text = await response.text()
    expect(text).toContain('GraphiQL')
    expect(text).not.toMatch(/src="https?:/)
  })
})

describe('a request that is wrong', () => {
  test('a body over the limit is 413, announced or not', async () => {
    const headers = { ...server.bearer, 'Content-Type': 'application/json' }
    const announced = await fetch(`${server.base}/graphql`, { method: 'POST', headers, body: 'x'.repeat(17_000_000) })
    expect(announced.status).toBe(413)
    const chunk = new Uint8Array(1_000_000)
    const stream = new ReadableStream({
      start(controller) {
        for (let i = 0; i < 17; i++) controller.enqueue(chunk)
        controller.close()
      },
    })
    const init = { method: 'POST', headers, body: stream, duplex: 'half' as const }
    // The server may hang up while the client is still sending: the client then sees that and not the answer.
    const status = await fetch(`${server.base}/graphql`, init).then(
      (response) => response.status,
      () => 'hung up',
    )
    expect([413, 'hung up']).toContain(status)
  })

  test('a method that is not known here is 405', async () => {
    expect((await fetch(`${server.base}/graphql`, { method: 'DELETE', headers: server.bearer })).status).toBe(405)
    expect((await fetch(`${server.base}/ingest/jobs`, { headers: server.bearer })).status).toBe(405)
  })

  test('an argument of the wrong type is an error with its place', async () => {
    const answer = await server.ask('query ($range: TimeRangeInput) { jobs(filter: {range: $range}) { totalCount } }', {
      range: { from: 'yesterday' },
    })
    expect(answer.errors?.[0]?.message).toContain('"yesterday" is not an ISO 8601 time')
    expect(answer.errors?.[0]?.message).toContain('$range')
  })

  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${server.base}/graphql`, {
      method: 'POST',
      headers: { ...server.bearer, 'Content-Type': 'application/json', ...headers },
      body,
    })

  test.each([
    ['nests without end', '{a'.repeat(20_000), 'The query nests more than 50 levels deep.'],
    [
      'asks for pages within pages within pages',
      `{ ${'jobs(first: 500) { nodes { pipeline { '.repeat(4)} id ${'} } }'.repeat(4)} }`,
      'The query can have more than 1,000,000 values in its answer',
    ],
  ])('a query that %s is refused before it runs', async (_what, query, message) => {
    server.statements.length = 0
    const answer = await server.ask(query)
    expect(answer.errors).toMatchObject([
      { message: expect.stringContaining(message), extensions: { code: 'BAD_INPUT' } },
    ])
    // That of the key.
    expect(server.statements.length).toBeLessThanOrEqual(1)
  })

  test('a type of body that is not read is 415, with a sentence', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
      const response = await post('{"query":"{__typename}"}', { 'Content-Type': type })
      expect(response.status).toBe(415)
      expect(await response.json()).toEqual({ error: expect.stringContaining('Content-Type: application/json') })
    }
  })

  test('variables that are not JSON are 400', async () => {
    const response = await fetch(`${server.base}/graphql?query={__typename}&variables={`, { headers: server.bearer })
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({ error: 'The parameter "variables" is not JSON.' })
  })

  test('a client that hangs up is no failure', async () => {
    const leaving = new AbortController()
    const events = await fetch(`${server.base}/graphql`, {
      method: 'POST',
      headers: { ...server.bearer, 'Content-Type': 'application/json', Accept: 'text/event-stream' },
      body: JSON.stringify({ query: 'subscription { jobChanged { id } }' }),
      signal: leaving.signal,
    })
    expect(events.status).toBe(200)
    leaving.abort()
    await new Promise((resolve) => setTimeout(resolve, 100))
  })

  test('nothing was logged as an error of ours', () => expect(server.logged).toEqual([]))
})
