import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { testDatabase, type TestDatabase } from '../db/testing.ts'
import { createKey, type KeyInput } from '../features/keys/index.ts'
import { hashToken, makeTokens } from '../lib/tokens.ts'
import { testTokens } from '../schema/testing.ts'
import { type Access, openAccess } from './index.ts'

let database: TestDatabase
/** Two processes on the same database. */
let here: Access
let there: Access
let organization: number
const now = () => new Date()
const quiet = { info: () => {}, error: () => {} }
const SECOND = { timeout: 1_000, interval: 20 }

beforeAll(async () => {
  database = await testDatabase()
  const { sql, url } = database
  here = openAccess({ sql, url, tokens: testTokens, now, log: quiet })
  there = openAccess({ sql, url, tokens: testTokens, now, log: quiet })
  organization = await insert(`insert into organizations (name) values ('Test') returning id`)
  await listening()
})
afterAll(async () => {
  await Promise.all([here.close(), there.close()])
  await database.drop()
})
beforeEach(() => void (database.statements.length = 0))

async function insert(text: string, values: (string | number | Buffer)[] = []): Promise<number> {
  const [row] = await database.sql.unsafe<{ id: number }[]>(text, values)
  return row!.id
}

/** Waits until both remember. */
async function listening() {
  const { bearer } = await key()
  await vi.waitFor(async () => {
    for (const access of [here, there]) {
      await access.authenticate(bearer, null)
      database.statements.length = 0
      await access.authenticate(bearer, null)
      expect(database.statements).toEqual([])
    }
  }, 5_000)
}

async function key(input: Partial<KeyInput> = {}) {
  const made = await createKey({ sql: database.sql, tokens: testTokens }, organization, {
    name: 'Test',
    scopes: ['read'],
    expiresAt: null,
    ...input,
  })
  return { id: made.apiKey.id, key: made.key, bearer: { authorization: `Bearer ${made.key}`, cookie: undefined } }
}

async function session() {
  const email = `${crypto.randomUUID()}@example.com`
  const userId = await insert(`insert into users (email, name) values ($1, 'Ada') returning id`, [email])
  await database.sql`
    insert into memberships (organization_id, user_id, role) values (${organization}, ${userId}, 'editor')`
  const token = testTokens.make('session')
  const id = await insert(
    `insert into sessions (token_hash, user_id, organization_id, expires_at)
     values ($1, $2, $3, now() + interval '1 hour') returning id`,
    [hashToken(token), userId, organization],
  )
  return { id, userId, email, cookie: { authorization: undefined, cookie: `other=1; tachograph_session=${token}` } }
}

/** A share link to a dashboard. */
async function link() {
  const dashboardId = crypto.randomUUID()
  await database.sql`
    insert into dashboards (organization_id, id, title, visibility, version, created_at, updated_at)
    values (${organization}, ${dashboardId}::uuid, 'Test', 'ORGANIZATION', 1, now(), now())`
  const token = testTokens.make('share')
  const [row] = await database.sql<{ id: number }[]>`
    insert into dashboard_share_links (organization_id, dashboard_id, token_hash, created_by, created_at)
    values (${organization}, ${dashboardId}::uuid, ${hashToken(token)}, 'Ada', now()) returning id`
  return { id: row!.id, dashboardId, bearer: { authorization: `Bearer ${token}`, cookie: undefined } }
}

type Shown = Parameters<Access['authenticate']>[0]

/** Both know the caller, and no longer a second after the change. */
async function endsWithin(shown: Shown, change: () => Promise<unknown>) {
  for (const access of [here, there]) expect(await access.authenticate(shown, null)).not.toBeNull()
  await change()
  for (const access of [here, there]) {
    await vi.waitFor(async () => expect(await access.authenticate(shown, null)).toBeNull(), SECOND)
  }
}

describe('a caller', () => {
  test('costs one statement, and none when known', async () => {
    for (const shown of [(await key()).bearer, (await session()).cookie, (await link()).bearer]) {
      database.statements.length = 0
      await here.authenticate(shown, null)
      expect(database.statements).toHaveLength(1)
      await Promise.all(Array.from({ length: 100 }, () => here.authenticate(shown, null)))
      expect(database.statements).toHaveLength(1)
    }
  })

  test('is who the key or session belongs to', async () => {
    const one = await key({ scopes: ['ingest'], pipelines: ['a'], requestsAMinute: 9 })
    expect(await here.authenticate(one.bearer, null)).toMatchObject({
      organization: { id: organization },
      user: null,
      apiKey: { id: one.id, scopes: ['ingest'], pipelines: ['a'], requestsAMinute: 9 },
      queriesAtOnce: 50,
    })
    const person = await session()
    expect(await here.authenticate(person.cookie, null)).toMatchObject({
      user: { id: person.userId, email: person.email, role: 'editor' },
      session: { id: person.id },
      apiKey: null,
    })
    const { id, dashboardId, bearer } = await link()
    expect(await here.authenticate(bearer, null)).toMatchObject({
      ...{ organization: { id: organization }, shareLink: { id, dashboardId } },
      ...{ user: null, session: null, apiKey: null, permissions: new Set() },
    })
  })

  test('with a key for some networks comes from one of them', async () => {
    const { bearer } = await key({ addresses: ['10.0.0.0/8', '2001:db8::1'] })
    for (const address of ['10.1.2.3', '::ffff:10.1.2.3', '2001:db8::1']) {
      expect(await here.authenticate(bearer, address)).not.toBeNull()
    }
    for (const address of ['11.0.0.1', '2001:db8::2', null, 'nonsense']) {
      expect(await here.authenticate(bearer, address)).toBeNull()
    }
  })
})

describe('within a second, in every process,', () => {
  test('a revoked key ends', async () => {
    const { id, bearer } = await key()
    await endsWithin(bearer, () => database.sql`update api_keys set revoked_at = now() where id = ${id}`)
  })
  test('a key that is rotated without overlap ends', async () => {
    const { id, bearer } = await key()
    await endsWithin(bearer, () => database.sql`update api_keys set expires_at = now() where id = ${id}`)
  })
  test('a key ends by itself', async () => {
    const { bearer } = await key({ expiresAt: new Date(Date.now() + 300) })
    await endsWithin(bearer, () => new Promise((resolve) => setTimeout(resolve, 300)))
  })
  test('a session that is ended ends', async () => {
    const { id, cookie } = await session()
    await endsWithin(cookie, () => database.sql`delete from sessions where id = ${id}`)
  })
  test('a person who is removed is out', async () => {
    const { userId, cookie } = await session()
    await endsWithin(cookie, () => database.sql`delete from memberships where user_id = ${userId}`)
  })
  test('another role counts, and other names are shown', async () => {
    const { userId, cookie } = await session()
    const seen = async (access: Access) => {
      const viewer = await access.authenticate(cookie, null)
      return [viewer?.user?.role, viewer?.user?.name, viewer?.permissions.has('jobs.send')]
    }
    for (const access of [here, there]) expect(await seen(access)).toEqual(['editor', 'Ada', true])
    await database.sql`update memberships set role = 'viewer' where user_id = ${userId}`
    await database.sql`update users set name = 'Grace' where id = ${userId}`
    for (const access of [here, there]) {
      await vi.waitFor(async () => expect(await seen(access)).toEqual(['viewer', 'Grace', false]), SECOND)
    }
  })
  test('another name of the organization is shown', async () => {
    const { bearer } = await key()
    await here.authenticate(bearer, null)
    await database.sql`update organizations set name = 'Renamed' where id = ${organization}`
    const nameHere = async () => (await here.authenticate(bearer, null))?.organization.name
    await vi.waitFor(async () => expect(await nameHere()).toBe('Renamed'), SECOND)
  })
  test('a revoked key ends although nothing can be heard', async () => {
    const { id, bearer } = await key()
    await endsWithin(bearer, async () => {
      await database.owner`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and query ilike 'listen%' and pid <> pg_backend_pid()`
      await database.sql`update api_keys set revoked_at = now() where id = ${id}`
    })
    await listening()
  })
})

describe('what goes on for a caller', () => {
  async function watched(shown: Shown) {
    const viewer = (await here.authenticate(shown, null))!
    const end = vi.fn()
    const stop = here.watch(shown, viewer, end)
    return { end, stop }
  }

  test('ends once when the key is revoked, and not after it was stopped', async () => {
    const { id, bearer } = await key()
    const { end } = await watched(bearer)
    const other = await watched(bearer)
    other.stop()
    await database.sql`update api_keys set revoked_at = now() where id = ${id}`
    await vi.waitFor(() => expect(end).toHaveBeenCalledOnce(), SECOND)
    await database.sql`update api_keys set name = 'x' where id = ${id}`
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(end).toHaveBeenCalledOnce()
    expect(other.end).not.toHaveBeenCalled()
  })

  test('ends when the key had ended before it was watched', async () => {
    const { id, bearer } = await key()
    const viewer = (await here.authenticate(bearer, null))!
    await database.sql`update api_keys set revoked_at = now() where id = ${id}`
    await vi.waitFor(async () => expect(await here.authenticate(bearer, null)).toBeNull(), SECOND)
    const end = vi.fn()
    here.watch(bearer, viewer, end)
    await vi.waitFor(() => expect(end).toHaveBeenCalledOnce(), SECOND)
  })

  test('ends with the overlap of a rotated key', async () => {
    const { id, bearer } = await key()
    const { end } = await watched(bearer)
    await database.sql`update api_keys set expires_at = now() + interval '700 ms' where id = ${id}`
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(end).not.toHaveBeenCalled()
    await vi.waitFor(() => expect(end).toHaveBeenCalledOnce(), { timeout: 1_500, interval: 20 })
  })

  test('ends with another role, and goes on under another name', async () => {
    const { userId, cookie } = await session()
    const { end } = await watched(cookie)
    await database.sql`update users set name = 'Grace' where id = ${userId}`
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(end).not.toHaveBeenCalled()
    await database.sql`update memberships set role = 'admin' where user_id = ${userId}`
    await vi.waitFor(() => expect(end).toHaveBeenCalledOnce(), SECOND)
  })
})

describe('tokens that were not made here', () => {
  const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const jwt = (header: object, secret: string | null) => {
    const text = `${base64url(header)}.${base64url({ sub: '1', organization: 1, exp: 4_102_444_800 })}`
    return `${text}.${secret === null ? '' : createHmac('sha256', secret).update(text).digest('base64url')}`
  }
  const foreign = makeTokens(['another installation has this secret'])
  const flipped = (token: string, at: number) =>
    `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`
  const mine = testTokens.make('key')
  const tokens = [
    '',
    'tach_',
    'null',
    mine.slice(0, -1),
    `${mine}A`,
    mine.replace('tach_', ''),
    mine.replace('tach_', 'TACH_'),
    flipped(mine, 10),
    flipped(mine, 50),
    flipped(mine, 60),
    foreign.make('key'),
    `tach_${testTokens.make('session')}`,
    `tach_${testTokens.make('link')}`,
    `tach_${'A'.repeat(64)}`,
    `tach_${'A'.repeat(10_000)}`,
    "tach_' or 1=1 --",
    jwt({ alg: 'none', typ: 'JWT' }, null),
    jwt({ alg: 'None' }, null),
    jwt({ alg: 'nOnE' }, ''),
    jwt({ alg: 'HS256' }, ''),
    jwt({ alg: 'HS256' }, 'secret'),
    jwt({ alg: 'HS256' }, 'a test needs no random characters, only 32 of them'),
    jwt({ alg: 'HS256', kid: '../../../../dev/null' }, ''),
    jwt({ alg: 'HS256', kid: "x' union select 'secret' --" }, 'secret'),
    jwt({ alg: 'RS256', jku: 'https://attacker.example/keys.json' }, 'secret'),
    jwt({ alg: 'ES256' }, '\0'.repeat(64)),
  ]

  test.each(tokens)('%s is nobody, without a statement', async (token) => {
    const authorization = `Bearer ${token}`
    const shown: Shown[] = [
      { authorization, cookie: undefined },
      { authorization: token, cookie: undefined },
      { authorization: `Basic ${token}`, cookie: undefined },
      { authorization: undefined, cookie: `tachograph_session=${token}` },
    ]
    for (const credentials of shown) expect(await here.authenticate(credentials, null)).toBeNull()
    expect(database.statements).toEqual([])
  })

  test('a session is no key, and a header that is wrong is not made good by a cookie', async () => {
    const { cookie } = await session()
    const token = cookie.cookie.split('=').at(-1)!
    database.statements.length = 0
    expect(await here.authenticate({ authorization: `Bearer ${token}`, cookie: undefined }, null)).toBeNull()
    expect(await here.authenticate({ authorization: 'Bearer nobody', cookie: cookie.cookie }, null)).toBeNull()
    expect(database.statements).toEqual([])
  })
})

test('the use of keys and sessions is written down', async () => {
  const access = openAccess({ sql: database.sql, url: database.url, tokens: testTokens, now, log: quiet })
  const one = await key()
  const person = await session()
  const [viewer, user] = [await access.authenticate(one.bearer, null), await access.authenticate(person.cookie, null)]
  for (let index = 0; index < 5; index++) access.count(viewer!)
  access.count(user!)
  await access.close()
  const [usage] = await database.sql`select day::text, requests from api_key_usage where key_id = ${one.id}`
  expect(usage).toEqual({ day: new Date().toISOString().slice(0, 10), requests: 5 })
  const [used] = await database.sql`select last_used_at from api_keys where id = ${one.id}`
  const [seen] = await database.sql`select last_seen_at from sessions where id = ${person.id}`
  for (const at of [used!.lastUsedAt as Date, seen!.lastSeenAt as Date]) {
    expect(Math.abs(at.getTime() - Date.now())).toBeLessThan(10_000)
  }
})
