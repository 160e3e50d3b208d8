import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { makeSeal } from '../../lib/seal.ts'
import { PROVIDER_SESSION_SECONDS } from './start-session.ts'
import { browse, type CookieJar, PUBLIC_TEST_CLIENT, signInAt, startTestProvider } from './testing-provider.ts'
import { end, type SignInTest, startSignInTest, WHO } from './testing-sign-in.ts'

let test: SignInTest
let server: SignInTest['server']
let provider: SignInTest['provider']

beforeAll(async () => {
  test = await startSignInTest()
  server = test.server
  provider = test.provider
})
afterAll(() => test.stop())
afterEach(() => expect(server.logged).toEqual([]))

describe('the way there and back', () => {
  it('signs somebody in whom nobody knew, and leads to where they wanted to go', async () => {
    const connected = await test.connect({ defaultRole: 'editor' })
    const { jar, callback } = await test.walk(connected, new Map(), '/jobs?status=FAILED#top')
    const response = await browse(jar, callback)
    expect(end(response)).toBe('/jobs?status=FAILED#top')
    const [cookie] = response.headers.getSetCookie()
    expect(cookie).toMatch(/^tachograph_session=\S+; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax$/)
    expect(await test.ask(jar, WHO)).toEqual({
      viewer: {
        organization: { name: connected.organization.name },
        role: 'EDITOR',
        user: { name: 'Ada', email: connected.email },
      },
    })
    const [stored] = await server.sql<{ passwordHash: null; providerId: number; seconds: number }[]>`
      select password_hash, provider_id, extract(epoch from expires_at - sessions.created_at)::int as seconds
      from sessions join users on users.id = user_id where email = ${connected.email}`
    expect(stored).toEqual({ passwordHash: null, providerId: connected.row.id, seconds: PROVIDER_SESSION_SECONDS })
  })

  it('finds the same person again by the subject, whatever the address says then', async () => {
    const connected = await test.connect()
    await test.signIn(connected)
    provider.claims.set(connected.login, { email: 'other@example.org', email_verified: false })
    const jar: CookieJar = new Map()
    expect(await test.signIn(connected, jar)).toBe('/')
    expect(await test.ask(jar, WHO)).toMatchObject({ viewer: { user: { email: connected.email } } })
  })

  it('works for a public client', async () => {
    const { row, ...connected } = await test.connect({ clientId: PUBLIC_TEST_CLIENT.clientId })
    await server.sql`update identity_providers set client_secret = null where id = ${row.id}`
    expect(await test.signIn(connected)).toBe('/')
  })

  it('says so when the client secret was sealed with a secret that is gone', async () => {
    const { row, ...connected } = await test.connect()
    const sealed = makeSeal(['another secret of 32 characters or more']).seal('x')
    await server.sql`update identity_providers set client_secret = ${sealed} where id = ${row.id}`
    const path = `/auth/provider/${connected.organization.id}/${row.id}`
    expect(end(await browse(new Map(), new URL(path, server.base)))).toBe('/sign-in?problem=provider-down')
  })

  it('works when the ID token says everything', async () => {
    const other = await startTestProvider({ claimsInIdToken: true })
    other.allowRedirect(`${server.base}/auth/callback`)
    const connected = await test.connect({ issuer: other.issuer, roleClaim: 'groups', roleMapping: { boss: 'admin' } })
    other.claims.set(connected.login, { email: connected.email, email_verified: true, groups: ['boss'] })
    expect(await test.signIn(connected)).toBe('/')
    expect(await test.roleOf(connected.organization.id, connected.email)).toBe('admin')
    await other.stop()
  })

  it('asks with PKCE, a state and a nonce, and remembers them for this browser only', async () => {
    const connected = await test.connect()
    const response = await browse(new Map(), connected.start)
    const address = new URL(end(response))
    expect(Object.fromEntries(address.searchParams)).toEqual({
      client_id: 'tachograph',
      response_type: 'code',
      scope: 'openid email profile',
      redirect_uri: `${server.base}/auth/callback`,
      state: expect.stringMatching(/^[\w-]{64}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    })
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^tachograph_provider=[\w-]{64}; Path=\/auth; Max-Age=600; HttpOnly; SameSite=Lax$/),
    ])
  })

  it('may be begun in two tabs of a browser', async () => {
    const connected = await test.connect()
    const jar: CookieJar = new Map()
    const first = await test.walk(connected, jar)
    const second = await test.walk(connected, jar)
    expect(end(await browse(jar, first.callback))).toBe('/')
    expect(end(await browse(jar, second.callback))).toBe('/')
  })

  it('goes on in another process, and after a restart', async () => {
    const connected = await test.connect()
    const { jar, callback } = await test.walk(connected)
    await server.stopServing()
    await server.serveAgain()
    expect(end(await browse(jar, callback))).toBe('/')
  })

  it.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '/\t/evil.example',
    '/.//evil.example',
    '/auth/sign-out',
    'jobs',
  ])('leads to the first page instead of %j', async (to) => {
    const connected = await test.connect()
    const { jar, callback } = await test.walk(connected, new Map(), to)
    expect(end(await browse(jar, callback))).toBe('/')
  })
})

describe('what is refused on the way', () => {
  const change = (callback: URL, name: string, value: string) => {
    const changed = new URL(callback)
    changed.searchParams.set(name, value)
    return changed
  }

  it('a callback in another browser, which leaves the attempt to the right one', async () => {
    const { jar, callback } = await test.walk(await test.connect())
    expect(end(await browse(new Map(), callback))).toBe('/sign-in?problem=expired')
    const other: CookieJar = new Map()
    await browse(other, (await test.connect()).start)
    expect(end(await browse(other, callback))).toBe('/sign-in?problem=expired')
    expect(end(await browse(jar, callback))).toBe('/')
  })

  it('a callback that is opened twice', async () => {
    const { jar, callback } = await test.walk(await test.connect())
    expect(end(await browse(jar, callback))).toBe('/')
    const again = await browse(jar, callback)
    expect(end(again)).toBe('/sign-in?problem=expired')
    expect(again.headers.getSetCookie()).toEqual([])
  })

  it('two at the same moment: one counts', async () => {
    const { jar, callback } = await test.walk(await test.connect())
    const both = await Promise.all([browse(new Map(jar), callback), browse(new Map(jar), callback)])
    expect(both.map(end).sort()).toEqual(['/', '/sign-in?problem=expired'])
  })

  it('a state that was made up, without asking the database', async () => {
    const { jar, callback } = await test.walk(await test.connect())
    await browse(new Map(), change(callback, 'state', 'x'.repeat(64)))
    server.statements.length = 0
    for (const state of [
      '',
      'x'.repeat(64),
      callback.searchParams.get('state')!.replace(/^./, (c) => (c === 'A' ? 'B' : 'A')),
    ]) {
      expect(end(await browse(jar, change(callback, 'state', state)))).toBe('/sign-in?problem=expired')
    }
    expect(server.statements).toEqual([])
  })

  it('a state of another attempt of this browser', async () => {
    const [connected, jar] = [await test.connect(), new Map()]
    const [first, second] = [await test.walk(connected, jar), await test.walk(connected, jar)]
    const mixed = change(first.callback, 'state', second.callback.searchParams.get('state')!)
    expect(end(await browse(jar, mixed))).toBe('/sign-in?problem=refused-by-provider')
  })

  it('an attempt that took longer than ten minutes', async () => {
    const { jar, callback } = await test.walk(await test.connect())
    await server.sql`update one_time_tokens set expires_at = now() - interval '1 second' where purpose = 'provider'`
    expect(end(await browse(jar, callback))).toBe('/sign-in?problem=expired')
  })

  it.each(['verifier', 'nonce'])('another %s than the one that was begun with', async (name) => {
    const { jar, callback } = await test.walk(await test.connect())
    await server.sql`
      update one_time_tokens set data = data || ${server.sql.json({ [name]: 'x'.repeat(43) })} where purpose = 'provider'`
    expect(end(await browse(jar, callback))).toBe('/sign-in?problem=refused-by-provider')
  })

  it('a code that was made up, and an answer of another issuer', async () => {
    const connected = await test.connect()
    for (const [name, value] of [
      ['code', 'made-up'],
      ['iss', 'https://evil.example'],
    ] as const) {
      const { jar, callback } = await test.walk(connected)
      expect(end(await browse(jar, change(callback, name, value)))).toBe('/sign-in?problem=refused-by-provider')
    }
  })

  it('what the provider refuses: somebody who turned back, a wrong secret', async () => {
    const connected = await test.connect()
    const jar: CookieJar = new Map()
    const begun = await browse(jar, connected.start)
    const back = await signInAt(end(begun), connected.login, { cancel: true })
    expect(end(await browse(jar, back))).toBe('/sign-in?problem=refused-by-provider')
    const wrong = server.services.seal.seal('wrong')
    await server.sql`update identity_providers set client_secret = ${wrong} where id = ${connected.row.id}`
    expect(await test.signIn(connected)).toBe('/sign-in?problem=refused-by-provider')
  })

  it('a provider that is unknown, of another organization, or switched off', async () => {
    const [first, second] = [await test.connect(), await test.connect({ enabled: false })]
    const wrong = `${server.base}/auth/provider/${second.organization.id}/${first.row.id}`
    const addresses = [wrong, second.start, `${server.base}/auth/provider/1/x`, `${server.base}/auth/provider/`]
    for (const address of addresses) {
      expect(end(await browse(new Map(), address))).toBe('/sign-in?problem=provider-unknown')
    }
  })

  it('a provider that was switched off or deleted meanwhile', async () => {
    const [first, second] = [await test.connect(), await test.connect()]
    const [one, two] = [await test.walk(first), await test.walk(second)]
    await server.sql`update identity_providers set enabled = false where id = ${first.row.id}`
    await server.sql`delete from identity_providers where id = ${second.row.id}`
    for (const { jar, callback } of [one, two]) {
      expect(end(await browse(jar, callback))).toBe('/sign-in?problem=provider-unknown')
    }
  })

  it('a provider that does not answer', async () => {
    const other = await startTestProvider()
    const connected = await test.connect({ issuer: other.issuer })
    await other.stop()
    expect(end(await browse(new Map(), connected.start))).toBe('/sign-in?problem=provider-down')
  })
})
