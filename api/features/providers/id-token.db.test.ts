import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing.ts'
import type { GuardedFetch } from '../../lib/guarded-fetch.ts'
import { testServices } from '../../schema/testing.ts'
import { createOrganization } from '../organizations/index.ts'
import { insertProvider } from './queries.ts'
import { makeProviderSignIn } from './sign-in.ts'
import { signInAt, startTestProvider, TEST_CLIENT, type TestProvider } from './testing-provider.ts'

let database: TestDatabase
let provider: TestProvider
let place: { organizationId: number; providerId: number }
/** What comes between the provider and this server. */
let tamper: (idToken: string) => string | Promise<string> = (idToken) => idToken
const asked: string[] = []

beforeAll(async () => {
  database = await testDatabase()
  provider = await startTestProvider()
  provider.allowRedirect('http://localhost/auth/callback')
  provider.claims.set('ada', { email: 'ada@example.com', email_verified: true })
  provider.claims.set('eve', { email: 'eve@example.com', email_verified: true })
  const organization = await createOrganization(database.sql, 'Test')
  const row = await insertProvider(database.sql, organization.id, {
    name: 'Company',
    issuer: provider.issuer,
    clientId: TEST_CLIENT.clientId,
    clientSecret: testServices(database.sql).seal.seal(TEST_CLIENT.clientSecret),
    scopes: 'openid email profile',
    roleClaim: null,
    roleMapping: {},
    defaultRole: 'viewer',
    emailDomains: [],
    listed: false,
    enabled: true,
  })
  place = { organizationId: organization.id, providerId: row!.id }
})
afterAll(async () => {
  await provider.stop()
  await database.drop()
})

function server() {
  const services = testServices(database.sql)
  const fetch: GuardedFetch = async (url, request) => {
    const { pathname } = new URL(url)
    asked.push(pathname)
    const response = await services.fetch(url, request)
    if (pathname !== '/token') return response
    const body = (await response.json()) as { id_token: string }
    return Response.json({ ...body, id_token: await tamper(body.id_token) })
  }
  return makeProviderSignIn({ ...services, fetch })
}

async function signIn(as: string, signIn = server()) {
  const { url, browser } = await signIn.begin({ ...place, to: '/', browser: null })
  const callback = await signInAt(url, as)
  return signIn.finish({ url: callback, browser, origin: { address: null, agent: null } })
}

const decode = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>
const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url')

it.each([
  ['switched off', { enabled: false }],
  ['moved', { issuer: 'https://other.example' }],
])('a provider that is %s while it answers lets nobody in', async (_what, change) => {
  const set = ({ enabled = true, issuer = provider.issuer }) => database.sql`
    update identity_providers set enabled = ${enabled}, issuer = ${issuer} where id = ${place.providerId}`
  tamper = async (idToken) => {
    await set(change)
    return idToken
  }
  await expect(signIn('ada')).rejects.toMatchObject({ code: 'provider-unknown' })
  await set({})
})

describe('the ID token', () => {
  it('of an earlier sign-in is refused', async () => {
    let earlier = ''
    tamper = (idToken) => (earlier = idToken)
    await signIn('ada')
    tamper = () => earlier
    await expect(signIn('ada')).rejects.toMatchObject({ code: 'refused-by-provider', message: /nonce/ })
  })

  it('that says something else than what was signed is refused', async () => {
    tamper = (idToken) => {
      const [head, body, signature] = idToken.split('.')
      return [head, encode({ ...decode(body!), sub: 'ada' }), signature].join('.')
    }
    await expect(signIn('eve')).rejects.toMatchObject({ code: 'refused-by-provider', message: /signature/ })
  })

  it('that is not signed is refused', async () => {
    tamper = (idToken) => [encode({ alg: 'none' }), idToken.split('.')[1], ''].join('.')
    await expect(signIn('ada')).rejects.toMatchObject({ code: 'refused-by-provider' })
  })

  it.each([
    ['aud', 'somebody-else'],
    ['iss', 'https://evil.example'],
    ['exp', 1_000_000_000],
  ])('with another %s is refused', async (name, value) => {
    tamper = (idToken) => {
      const [head, body, signature] = idToken.split('.')
      return [head, encode({ ...decode(body!), [name]: value }), signature].join('.')
    }
    await expect(signIn('ada')).rejects.toMatchObject({ code: 'refused-by-provider', message: /claim/ })
  })

  it('is checked with keys that are asked for once', async () => {
    tamper = (idToken) => idToken
    const one = server()
    asked.length = 0
    for (let i = 0; i < 3; i++) await signIn('ada', one)
    expect(asked.filter((path) => path !== '/token' && path !== '/me')).toEqual([
      '/.well-known/openid-configuration',
      '/jwks',
    ])
  })
})
