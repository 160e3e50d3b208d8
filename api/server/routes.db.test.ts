import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createUser } from '../features/people/index.ts'
import { makeServer } from './server.ts'
import { silent, testServer, type TestServer } from './testing.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
  const person = { email: 'ada@example.com', name: 'Ada', password: 'correct horse battery', role: 'owner' as const }
  await createUser(server.sql, server.organization.id, person)
})
afterAll(() => server.stop())

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(server.base + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
const right = { email: 'ada@example.com', password: 'correct horse battery' }

test('a person signs in, asks, and signs out', async () => {
  const response = await post('/auth/sign-in', right)
  expect(response.status).toBe(204)
  const setCookie = response.headers.get('set-cookie')!
  expect(setCookie).toMatch(/; HttpOnly; SameSite=Lax(;|$)/)
  const Cookie = setCookie.split(';')[0]!
  expect(await (await fetch(`${server.base}/auth/state`, { headers: { Cookie } })).json()).toMatchObject({
    signedIn: true,
    setupNeeded: false,
  })
  const query = { query: '{ viewer { user { email } role apiKey { name } } }' }
  const asked = await post('/graphql', query, { Cookie })
  expect(await asked.json()).toEqual({
    data: { viewer: { user: { email: right.email }, role: 'OWNER', apiKey: null } },
  })
  expect((await post('/auth/sign-out', {}, { Cookie })).status).toBe(204)
  // Who is asking is remembered; the database tells that it changed.
  await expect.poll(async () => (await post('/graphql', query, { Cookie })).status, { timeout: 1_000 }).toBe(401)
})

test('another site cannot use the session of a person', async () => {
  const Cookie = (await post('/auth/sign-in', right)).headers.get('set-cookie')!.split(';')[0]!
  const query = { query: '{ __typename }' }
  const foreign: Record<string, string>[] = [
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    { 'Sec-Fetch-Site': 'cross-site' },
  ]
  for (const headers of foreign) {
    expect((await post('/graphql', query, { Cookie, ...headers })).status).toBe(403)
    expect((await post('/auth/sign-in', right, headers)).status).toBe(403)
    expect((await post('/ingest/jobs', '', { Cookie, ...headers })).status).toBe(403)
  }
  expect((await post('/graphql', query, { Cookie, Origin: server.base })).status).toBe(200)
  expect((await post('/auth/sign-in', JSON.stringify(right), { 'Content-Type': 'text/plain' })).status).toBe(415)
})

test('a wrong password and an unknown address get the same answer', async () => {
  const answers = await Promise.all(
    [
      { ...right, password: 'wrong' },
      { ...right, email: 'nobody@example.com' },
    ].map(async (body) => {
      const response = await post('/auth/sign-in', body)
      return [response.status, await response.text()]
    }),
  )
  expect(answers[0]).toEqual([401, '{"error":"The address or the password is wrong."}'])
  expect(answers[1]).toEqual(answers[0])
})

test('a body that is wrong is the fault of the client', async () => {
  for (const body of ['', '{', '[]', 'null', '{"email":1}', '{"email":"a"}']) {
    expect((await post('/auth/sign-in', body)).status, body).toBe(400)
  }
  for (const character of ['\0', '\ud800']) {
    expect((await post('/auth/sign-in', { email: character, password: character })).status).toBe(400)
  }
  expect((await post('/auth/sign-in', 'x'.repeat(20_000))).status).toBe(413)
  expect((await post('/auth/setup', { token: 'x', organization: 'x', name: 'x', ...right })).status).toBe(403)
})

test('jobs come in by the line, with gzip or without, and need a key that may send', async () => {
  const line = { pipeline: 'etl', externalId: '1', status: 'QUEUED' }
  const response = await post('/ingest/jobs', `${JSON.stringify(line)}\nnot json\n`, server.bearer)
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({ accepted: 1, unchanged: 0, rejected: 1, errors: [{ line: 2 }] })
  expect((await post('/ingest/jobs', '{}')).status).toBe(401)
  expect((await post('/ingest/jobs', 'x', { ...server.bearer, 'Content-Encoding': 'br' })).status).toBe(415)
  expect((await post('/ingest/jobs', 'x', { ...server.bearer, 'Content-Encoding': 'gzip' })).status).toBe(400)
})

test('health says what it depends on, and metrics are in the format of Prometheus', async () => {
  expect(await (await fetch(`${server.base}/healthz`)).json()).toEqual({ status: 'up' })
  expect(await (await fetch(`${server.base}/readyz`)).json()).toEqual({
    status: 'up',
    dependencies: { database: 'up' },
  })
  const metrics = await (await fetch(`${server.base}/metrics`)).text()
  expect(metrics).toContain('# TYPE tachograph_http_request_seconds histogram')
  expect(metrics).toContain('tachograph_ingested_jobs_total{outcome="accepted"} 1')
})

test('strange addresses and hosts are answered, not crashed on', async () => {
  const status = (path: string, host: string) =>
    new Promise((resolve, reject) => {
      request({ port: server.port, host: '127.0.0.1', path, headers: { Host: host } }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
        .on('error', reject)
        .end()
    })
  for (const path of ['//', '//evil.example/x', '/%00', '/%E0%A4%A', '/../../etc/passwd', '/..%2f..%2fpackage.json']) {
    expect(await status(path, 'a b:c'), path).toBeLessThan(600)
    expect(await status(path, 'localhost'), path).not.toBe(500)
  }
  expect(server.logged).toEqual([])
})

test('a client that hangs up while it sends is no failure', async () => {
  const headers = { ...server.bearer, 'Content-Type': 'application/json', 'Content-Length': '1000' }
  for (const path of ['/graphql', '/ingest/jobs', '/auth/sign-in']) {
    const sent = request({ port: server.port, host: '127.0.0.1', method: 'POST', path, headers })
    sent.on('error', () => {})
    sent.write('{"query":')
    await new Promise((resolve) => setTimeout(resolve, 100))
    sent.destroy()
  }
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(server.logged).toEqual([])
})

test('a taken port is an error that the caller can read', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as AddressInfo
  const { services, url } = server
  const second = makeServer({ services, url, log: silent, port, host: '127.0.0.1' })
  await expect(second.start()).rejects.toMatchObject({ code: 'EADDRINUSE' })
  await new Promise((resolve) => other.close(resolve))
})
