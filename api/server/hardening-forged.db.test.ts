import { createHash } from 'node:crypto'
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { CLOSED, hardenedServer, type HardenedServer } from './testing-hardened.ts'

/** What other sites can make a browser do: requests and sockets that carry the cookie of a person who is signed in. */
let server: HardenedServer
let open: HardenedServer
beforeAll(async () => {
  server = await hardenedServer()
  open = await hardenedServer({ ...CLOSED, production: false })
})
afterAll(async () => {
  expect([...server.logged, ...open.logged]).toEqual([])
  await Promise.all([server.stop(), open.stop()])
})

const QUESTION = '{"query":"{ viewer { organization { name } } }"}'
const json = { 'Content-Type': 'application/json' }

/** Without the headers that `fetch` adds by itself. */
function send(method: string, path: string, headers: Record<string, string>, body?: string) {
  return new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: open.port, path, method, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk) => (text += chunk))
      response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, text }))
    })
    sent.on('error', reject).end(body)
  })
}

describe('a request with the cookie of a person', () => {
  const own = () => ({ Cookie: open.cookie, Origin: open.base, 'Sec-Fetch-Site': 'same-origin' })

  test('is answered when our own page sends it', async () => {
    const { status, text } = await send('POST', '/graphql', { ...json, ...own() }, QUESTION)
    expect([status, text]).toEqual([200, '{"data":{"viewer":{"organization":{"name":"Test"}}}}'])
  })

  test.each([
    ['of another site', { Origin: 'https://evil.example' }],
    ['of a site on the list, which needs a key', { Origin: 'https://bi.example.com' }],
    ['of a site whose name begins with ours', { Origin: 'http://127.0.0.1.evil.example' }],
    ['of no site', { Origin: 'null' }],
    ['of another site, by what the browser says', { 'Sec-Fetch-Site': 'cross-site' }],
    ['of a neighbour', { 'Sec-Fetch-Site': 'same-site' }],
  ])('is refused when it is %s', async (_what, headers) => {
    const { status, text } = await send('POST', '/graphql', { ...json, ...own(), ...headers }, QUESTION)
    expect([status, JSON.parse(text)]).toEqual([403, { error: 'This request comes from another site.' }])
  })

  test.each([
    ['text/plain'],
    ['application/x-www-form-urlencoded'],
    ['multipart/form-data; boundary=x'],
    ['application/graphql'],
    ['text/plain; application/json'],
    [''],
  ])('is refused when a form can send it: "%s"', async (type) => {
    const headers = { ...own(), ...(type && { 'Content-Type': type }) }
    const { status, text } = await send('POST', '/graphql', headers, QUESTION)
    expect([status, JSON.parse(text)]).toEqual([415, { error: expect.stringContaining('Content-Type') }])
  })

  test.each([
    ['a link', { 'Sec-Fetch-Mode': 'navigate', Accept: 'text/html' }],
    ['an image', { 'Sec-Fetch-Mode': 'no-cors', Accept: 'image/avif,*/*' }],
    ['a script', { Accept: 'application/json', 'Sec-Fetch-Mode': 'cors' }],
    ['a stream', { Accept: 'text/event-stream' }],
  ])('is refused when it is GET: %s', async (_what, headers) => {
    for (const query of ['query={__typename}', 'query=mutation{__typename}']) {
      const { status } = await send('GET', `/graphql?${query}`, { ...own(), ...headers })
      expect(status).toBe(405)
    }
  })

  test('with a key, a script and a program may ask with GET, and a link may not', async () => {
    const status = async (headers: object) =>
      (await send('GET', '/graphql?query={__typename}', { ...open.bearer, ...headers })).status
    expect(await status({ Accept: 'application/json' })).toBe(200)
    expect(await status({ Accept: 'application/graphql-response+json' })).toBe(200)
    expect(await status({ Accept: '*/*', 'Sec-Fetch-Mode': 'cors' })).toBe(200)
    expect(await status({ Accept: '*/*' })).toBe(400)
    expect(await status({ Accept: 'text/html,*/*', 'Sec-Fetch-Mode': 'navigate' })).toBe(400)
    expect(await status({})).toBe(400)
    expect(
      (await send('GET', '/graphql?query=mutation{__typename}', { ...open.bearer, Accept: 'application/json' })).status,
    ).toBe(405)
  })

  test('what nobody can read is 406, with a sentence', async () => {
    const { status, text } = await send('POST', '/graphql', { ...json, ...open.bearer, Accept: 'image/png' }, QUESTION)
    expect([status, JSON.parse(text)]).toEqual([406, { error: expect.stringContaining('application/json') }])
  })
})

describe('a socket', () => {
  interface Opening {
    protocol?: string
    headers?: Record<string, string>
    payload?: object
    first?: object
  }
  /** How the server answers: the first message besides pings, or the code it closes with. */
  function connect({ protocol = 'graphql-transport-ws', headers = {}, payload, first }: Opening) {
    const socket = new WebSocket(`ws://127.0.0.1:${open.port}/graphql`, protocol, { headers })
    return new Promise<unknown>((resolve) => {
      socket.once('open', () => socket.send(JSON.stringify(first ?? { type: 'connection_init', payload })))
      socket.once('error', (error) => resolve(error.message))
      socket.once('close', (code) => resolve(code))
      socket.on('message', (data) => resolve(JSON.parse(String(data)).type))
    }).finally(() => socket.terminate())
  }

  test('of our own page opens', async () => {
    expect(await connect({ headers: { Cookie: open.cookie, Origin: open.base } })).toBe('connection_ack')
  })
  test.each([['https://evil.example'], ['null'], ['http://127.0.0.1.evil.example'], ['https://bi.example.com'], ['']])(
    'of "%s" does not, with a valid cookie',
    async (Origin) => {
      expect(await connect({ headers: { Cookie: open.cookie, ...(Origin && { Origin }) } })).toBe(4403)
    },
  )
  test('of a program opens with a key, which needs no origin', async () => {
    const payload = { authorization: `Bearer ${open.readerKey}` }
    expect(await connect({ payload })).toBe('connection_ack')
    expect(await connect({ payload, headers: { Cookie: open.cookie, Origin: 'https://evil.example' } })).toBe(
      'connection_ack',
    )
  })
  test('of the old protocol, or asking before it was let in, is closed', async () => {
    expect(await connect({ protocol: 'graphql-ws', headers: { Cookie: open.cookie, Origin: open.base } })).toBe(
      'Server sent no subprotocol',
    )
    const first = { id: '1', type: 'subscribe', payload: { query: '{ __typename }' } }
    expect(await connect({ first, headers: { Cookie: open.cookie, Origin: open.base } })).toBe(4401)
  })
})

describe('a site that asks with a key', () => {
  const preflight = (Origin: string, path = '/graphql') =>
    send('OPTIONS', path, {
      Origin,
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'authorization,content-type',
    })

  test('is let in when it is on the list, without cookies', async () => {
    const { status, headers } = await preflight('https://bi.example.com')
    expect(status).toBe(204)
    expect(headers).toMatchObject({
      'access-control-allow-origin': 'https://bi.example.com',
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'Authorization, Content-Type',
      vary: 'Origin',
    })
    expect(headers).not.toHaveProperty('access-control-allow-credentials')
    const asked = { ...json, ...open.bearer, Origin: 'https://bi.example.com' }
    const answer = await send('POST', '/graphql', asked, QUESTION)
    expect(answer.status).toBe(200)
    expect(answer.headers['access-control-allow-origin']).toBe('https://bi.example.com')
    expect((await preflight('https://bi.example.com', '/ingest/jobs')).status).toBe(204)
  })
  test.each([
    ['https://evil.example', '/graphql'],
    ['https://bi.example.com.evil.example', '/graphql'],
    ['http://bi.example.com', '/graphql'],
    ['null', '/graphql'],
    ['https://bi.example.com', '/auth/sign-in'],
    ['https://bi.example.com', '/auth/state'],
    ['https://bi.example.com', '/'],
  ])('%s is told nothing at %s', async (Origin, path) => {
    const { status, headers } = await preflight(Origin, path)
    expect(status).toBe(405)
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })
})

describe('headers', () => {
  const paths = ['/', '/assets/none.js', '/healthz', '/metrics', '/auth/state', '/graphql', '/ingest/jobs', '/nothing']

  test.each(paths)('are on every answer: %s', async (path) => {
    const { headers } = await send('GET', path, {})
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    })
    expect(headers).not.toHaveProperty('x-powered-by')
    expect(headers).not.toHaveProperty('server')
    expect(headers).not.toHaveProperty('strict-transport-security')
  })
  test('no script of a text runs, on no page', async () => {
    for (const path of ['/', '/graphql']) {
      const policy = String((await send('GET', path, { Accept: 'text/html' })).headers['content-security-policy'])
      const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? /default-src ([^;]*)/.exec(policy)![1]!
      expect(scripts).not.toMatch(/unsafe|\*|data:/)
    }
  })
  test('https is kept to by who came with it', async () => {
    const { headers } = await send('GET', '/healthz', { 'X-Forwarded-Proto': 'https' })
    expect(headers['strict-transport-security']).toMatch(/^max-age=\d{8}/)
  })
  test('the policy of GraphiQL names the script that it has', async () => {
    const wide = await hardenedServer({ production: true, introspection: true, origins: [] })
    const response = await fetch(`${wide.base}/graphql`, { headers: { Accept: 'text/html' } })
    const scripts = [...(await response.text()).matchAll(/<script>([^]*?)<\/script>/g)]
    expect(scripts).toHaveLength(1)
    const hash = createHash('sha256').update(scripts[0]![1]!).digest('base64')
    expect(response.headers.get('content-security-policy')).toContain(`script-src 'sha256-${hash}'`)
    await wide.stop()
  })
})

describe('in production', () => {
  const post = (headers: Record<string, string>, body: object) =>
    fetch(`${server.base}/graphql`, {
      method: 'POST',
      headers: { ...json, ...headers },
      body: JSON.stringify(body),
    }).then(async (response) => (await response.json()) as object)

  test('a session runs the operations of the page only; a key runs any', async () => {
    const text = { query: '{ viewer { organization { name } } }' }
    expect(await post({ Cookie: server.cookie }, text)).toMatchObject({
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    })
    expect(await post(server.reader, text)).toEqual({ data: { viewer: { organization: { name: 'Test' } } } })
  })
  test('a hash that nobody knows is answered with what to do', async () => {
    const unknown = { extensions: { persistedQuery: { version: 1, sha256Hash: 'sha256:0' } } }
    const answer = { errors: [{ message: 'This page is older than the server. Load it again.' }] }
    expect(await post({ Cookie: server.cookie }, unknown)).toMatchObject(answer)
    expect(await post(server.reader, unknown)).toMatchObject(answer)
  })
})
