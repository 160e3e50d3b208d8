import { createClient } from 'graphql-ws'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { makeDashboard, testDocument } from '../features/dashboards/testing.ts'
import { outcome } from '../features/members/testing.ts'
import { schema } from '../schema/index.ts'
import { keyViewer, NEVER } from '../schema/testing.ts'
import { testServer, type TestServer } from './testing.ts'

let server: TestServer
beforeAll(async () => void (server = await testServer()))
afterAll(() => server.stop())

const SOON = { timeout: 10_000 }
const SHARED = '{ sharedDashboard { id title description version document expiresAt } }'

/** A dashboard of the organization, and a link to it. */
async function share(title: string, expiresAt: Date | null = null) {
  const viewer = keyViewer(server.organization.id, ['manage'])
  const context = { ...server.services, viewer, address: null, signal: NEVER }
  const id = await makeDashboard(context, { document: testDocument(title) })
  const create =
    'mutation ($id: ID!, $expiresAt: DateTime) { createShareLink(id: $id, expiresAt: $expiresAt) { token link { id } } }'
  const { data } = await server.ask(create, { id, expiresAt })
  const { token, link } = data!['createShareLink'] as { token: string; link: { id: string } }
  return { id, token, link: link.id }
}

async function post(token: string, query: string, variables: object = {}) {
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
  const body = JSON.stringify({ query, variables })
  const response = await fetch(`${server.base}/graphql`, { method: 'POST', headers, body })
  return { status: response.status, ...((await response.json()) as { data?: unknown; errors?: { message: string }[] }) }
}

/** A socket that watches the dashboard of a link: the titles that it was told, and the code that it was closed with. */
async function watch(token: string) {
  const told: string[] = []
  const closed = vi.fn()
  const client = createClient({
    url: `ws://127.0.0.1:${server.port}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${token}` },
    retryAttempts: 0,
    on: { closed: (event) => closed((event as { code: number }).code) },
  })
  const sink = {
    next: ({ data }: { data?: Record<string, { title: string }> | null }) => {
      told.push(data!['sharedDashboardChanged']!.title)
    },
    error: () => {},
    complete: () => {},
  }
  const connected = new Promise((resolve) => client.on('connected', resolve))
  client.subscribe({ query: 'subscription { sharedDashboardChanged { title } }' }, sink)
  await connected
  return { told, closed }
}

test('who shows the token of a link sees its dashboard, as it is now', async () => {
  const { id, token } = await share('Shared')
  const { data } = await post(token, SHARED)
  const { sharedDashboard } = data as { sharedDashboard: { document: { panels: object[] } } }
  expect(sharedDashboard).toMatchObject({ id, title: 'Shared', description: null, version: 1, expiresAt: null })
  expect(sharedDashboard.document.panels).toHaveLength(1)
  const [row] = await server.owner<{ tokenHash: Buffer }[]>`
    select token_hash from dashboard_share_links where dashboard_id = ${id}::uuid`
  expect(row!.tokenHash.toString('hex')).not.toContain(Buffer.from(token).toString('hex'))
  const used = async () => {
    const { data } = await server.ask('query ($id: ID!) { dashboard(id: $id) { links { lastUsedAt } } }', { id })
    return (data!['dashboard'] as { links: { lastUsedAt: string | null }[] }).links[0]!.lastUsedAt
  }
  await vi.waitFor(async () => expect(await used()).not.toBeNull(), { timeout: 5_000 })
})

test('and nothing else: every other field of the schema refuses them, whatever permission it asks for', async () => {
  const { id, token } = await share('Only')
  const open = ['Query.sharedDashboard', 'Subscription.sharedDashboardChanged', 'Subscription.panels']
  const refusing: string[] = []
  for (const type of [schema.getQueryType()!, schema.getMutationType()!, schema.getSubscriptionType()!]) {
    for (const field of Object.values(type.getFields())) {
      const name = `${type.name}.${field.name}`
      if (open.includes(name)) continue
      const run = (field.subscribe ?? field.resolve)!
      const viewer = { ...keyViewer(server.organization.id, []), apiKey: null, shareLink: { id: 1, dashboardId: id } }
      const context = { ...server.services, viewer, address: null, signal: NEVER }
      const refused = await Promise.resolve()
        .then(() => run(undefined, {}, context, { fieldName: field.name } as never) as unknown)
        .then(
          () => 'answered',
          (error: { extensions?: { code?: string } }) => error.extensions?.code,
        )
      if (refused !== 'FORBIDDEN') refusing.push(name)
    }
  }
  expect(refusing).toEqual([])
  const { errors } = await post(token, '{ viewer { organization { name } } }')
  expect(errors![0]!.message).toBe('A share link shows one dashboard and nothing else: sign in to ask for "viewer".')
  const dashboard = await post(token, 'query ($id: ID!) { dashboard(id: $id) { title } }', { id })
  expect(dashboard.errors).toHaveLength(1)
  const bearer = { Authorization: `Bearer ${token}` }
  const sent = await fetch(`${server.base}/ingest/jobs`, { method: 'POST', headers: bearer, body: '{}' })
  expect(sent.status).toBe(403)
  expect((await fetch(`${server.base}/export/audit.csv`, { headers: bearer })).status).toBe(403)
})

test('changes are told until the link is revoked: then its sockets close at once, and those of others stay', async () => {
  const { id, token, link } = await share('Before')
  const other = await server.ask('mutation ($id: ID!) { createShareLink(id: $id) { token } }', { id })
  const { token: otherToken } = other.data!['createShareLink'] as { token: string }
  const [one, two] = [await watch(token), await watch(otherToken)]
  const save =
    'mutation ($id: ID!, $document: JSON!) { saveDashboard(id: $id, basedOn: 1, document: $document) { __typename } }'
  // Connected is not subscribed yet.
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  await server.ask(save, { id, document: testDocument('After') })
  // That it was shared at all may be told only now, too.
  await vi.waitFor(() => expect([one.told.at(-1), two.told.at(-1)]).toEqual(['After', 'After']), SOON)
  const revoked = await server.ask('mutation ($link: ID!) { revokeShareLink(id: $link) { revokedAt } }', { link })
  expect(revoked.data).toMatchObject({ revokeShareLink: { revokedAt: expect.any(String) } })
  await vi.waitFor(() => expect(one.closed).toHaveBeenCalledWith(4403), SOON)
  expect(two.closed).not.toHaveBeenCalled()
  expect((await post(token, SHARED)).status).toBe(401)
  expect((await post(otherToken, SHARED)).status).toBe(200)
  await server.ask('mutation ($id: ID!) { deleteDashboard(id: $id) }', { id })
  await vi.waitFor(() => expect(two.closed).toHaveBeenCalledWith(4403), SOON)
  expect((await post(otherToken, SHARED)).status).toBe(401)
})

test('a link ends by itself, with its sockets', async () => {
  const { token } = await share('Short', new Date(Date.now() + 1_000))
  const { closed } = await watch(token)
  await vi.waitFor(() => expect(closed).toHaveBeenCalledWith(4403), { timeout: 4_000 })
  expect((await post(token, SHARED)).status).toBe(401)
  expect(
    await server.ask('mutation ($id: ID!) { createShareLink(id: $id, expiresAt: "2020-01-01T00:00:00Z") { token } }', {
      id: 'x',
    }),
  ).toMatchObject({ errors: [{ message: 'The link would have ended already.' }] })
})

test('tokens that were made up, and those of others, show nothing', async () => {
  const { token } = await share('Mine')
  for (const made of [
    `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`,
    token.replace('tachshare_', 'tach_'),
    'tachshare_',
  ]) {
    expect((await post(made, SHARED)).status).toBe(401)
  }
})

test('with a link of another organization one sees that one', async () => {
  const { id } = await share('Ours')
  const [other] = await server.owner<{ id: number }[]>`insert into organizations (name) values ('Other') returning id`
  const viewer = keyViewer(other!.id, ['manage'])
  const context = { ...server.services, viewer, address: null, signal: NEVER }
  const own = await makeDashboard(context, { document: testDocument('Theirs') })
  const made = await outcome(context, 'mutation ($id: ID!) { createShareLink(id: $id) { token } }', { id: own })
  const { data } = await post(made.createShareLink.token, SHARED)
  expect(data).toMatchObject({ sharedDashboard: { id: own, title: 'Theirs' } })
  expect(await outcome(context, 'mutation ($id: ID!) { createShareLink(id: $id) { token } }', { id })).toMatch(
    /^NOT_FOUND/,
  )
})
