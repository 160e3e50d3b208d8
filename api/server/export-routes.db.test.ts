import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordAudit, systemActor } from '../features/audit/index.ts'
import { createKey } from '../features/keys/index.ts'
import { createOrganization } from '../features/organizations/index.ts'
import { makePerson, visitorOf } from './auth/testing.ts'
import { testServer, type TestServer } from './testing.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
  const { sql, organization } = server
  const evil = { action: 'thing.done', subject: '=HYPERLINK("x")', before: { a: 'b,c' }, after: { a: '"' } }
  await recordAudit(sql, systemActor(organization.id, '@SUM(A1)'), evil)
  const other = await createOrganization(sql, 'Other')
  await recordAudit(sql, systemActor(other.id, 'Somebody else'), { action: 'thing.done', subject: 'theirs' })
})
afterAll(async () => {
  expect(server.logged).toEqual([])
  await server.stop()
})

const download = (query = '', headers: Record<string, string> = server.bearer, method = 'GET') =>
  fetch(`${server.base}/export/audit.csv${query}`, { headers, method })

async function bearerOf(...scopes: string[]) {
  const { services, organization } = server
  const { key } = await createKey(services, organization.id, { name: scopes.join(), scopes, expiresAt: null })
  return { Authorization: `Bearer ${key}` }
}

const exports = async () => {
  const [row] = await server.sql<{ count: number }[]>`
    select count(*)::int as count from audit_events where action = 'audit.exported'`
  return row!.count
}

test('the log of the own organization is downloaded as CSV, which no spreadsheet runs', async () => {
  const response = await download()
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="audit.csv"')
  const text = await response.text()
  const [header, exported, ...rest] = text.split('\r\n')
  expect(header).toBe('at,actor,actor_kind,action,subject,before,after,address')
  expect(exported).toMatch(
    /^[\dT:.Z-]+,Key test,KEY,audit\.exported,Audit log,,"{""to"":null,""from"":null}",127\.0\.0\.1$/,
  )
  expect(rest.join('\n')).toContain(
    `,'@SUM(A1),SYSTEM,thing.done,"'=HYPERLINK(""x"")","{""a"":""b,c""}","{""a"":""\\""""}",\n`,
  )
  expect(text).not.toContain('theirs')
})

test('a stretch of time can be asked for; what is none is refused and does not count', async () => {
  const before = await exports()
  for (const query of [
    '?from=x',
    '?from=2026-11-20',
    '?to=',
    '?from=0000-01-01T00:00:00Z',
    '?to=9999-01-01T00:00:00Z',
    '?from=2026-11-20T00:00:00Z&to=2026-11-19T00:00:00Z',
  ]) {
    const response = await download(query)
    expect([query, response.status]).toEqual([query, 400])
    expect(await response.json()).toHaveProperty('error')
  }
  expect(await exports()).toBe(before)
  const lines = (await (await download('?from=2000-01-01T00:00:00Z&to=2000-01-02T00:00:00Z')).text()).split('\r\n')
  expect(lines).toHaveLength(2)
  expect(await exports()).toBe(before + 1)
})

test('it is for those who may, and from the own page', async () => {
  const before = await exports()
  expect((await download('', {})).status).toBe(401)
  expect((await download('', { Authorization: `Bearer ${server.key.slice(0, -1)}x` })).status).toBe(401)
  const refused = await download('', await bearerOf('read_jobs', 'read_metrics', 'ingest'))
  expect(refused.status).toBe(403)
  expect(await refused.json()).toEqual({
    error: 'This key may not download the audit log: it lacks the scope "manage". Make a key that has it.',
  })
  for (const method of ['HEAD', 'POST', 'DELETE']) {
    expect([method, (await download('', server.bearer, method)).status]).toEqual([method, 405])
  }
  expect(await exports()).toBe(before)
  expect((await download('', await bearerOf('manage'))).status).toBe(200)
})

test('people download it in the page, and no other site makes them', async () => {
  const cookieOf = async (role: 'admin' | 'editor') => {
    const { id } = await makePerson(server, `${role}@example.com`, role)
    const { cookies } = await visitorOf(server, id)
    return { Cookie: `tachograph_session=${cookies.get('tachograph_session')}` }
  }
  const admin = await cookieOf('admin')
  expect((await download('', await cookieOf('editor'))).status).toBe(403)
  const before = await exports()
  expect((await download('', { ...admin, 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
  expect((await download('', { ...admin, Origin: 'https://elsewhere.example' })).status).toBe(403)
  expect(await exports()).toBe(before)
  const text = await (await download('', { ...admin, 'Sec-Fetch-Site': 'same-origin' })).text()
  expect(text.split('\r\n')[1]).toContain('admin@example.com,PERSON,audit.exported')
})

test('a log of many pages is whole, each line once', async () => {
  const { sql, organization } = server
  await sql`
    insert into audit_events (organization_id, at, actor, action, subject)
    select ${organization.id}, timestamptz '2020-01-01T00:00:00Z' + (n / 700) * interval '1 second', 'a', 'b', 'n' || n
    from generate_series(1, 2500) n`
  const text = await (await download('?from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00Z')).text()
  const subjects = text
    .split('\r\n')
    .slice(1, -1)
    .map((line) => line.split(',')[4])
  expect(subjects).toHaveLength(2500)
  expect(new Set(subjects).size).toBe(2500)
  expect(subjects[0]).toBe('n2500')
})

test('more than the exports of a day are refused, and not written down', async () => {
  const { sql, organization } = server
  const [used] = await sql<{ exports: number }[]>`
    select exports from organization_usage where organization_id = ${organization.id}`
  await sql`
    insert into organization_quotas (organization_id, exports_a_day) values (${organization.id}, ${used!.exports + 2})`
  const before = await exports()
  const statuses = await Promise.all(Array.from({ length: 6 }, async () => (await download()).status))
  expect(statuses.sort()).toEqual([200, 200, 429, 429, 429, 429])
  expect(await exports()).toBe(before + 2)
  const refused = await download()
  expect((await refused.json()).error).toContain('exports a day')
})
