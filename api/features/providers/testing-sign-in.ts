import { expect } from 'vitest'
import type { Role } from '../../schema/permissions.ts'
import { testServer } from '../../server/testing.ts'
import { createOrganization } from '../organizations/index.ts'
import { insertProvider, type ProviderSettings } from './queries.ts'
import { browse, type CookieJar, signInAt, startTestProvider, TEST_CLIENT } from './testing-provider.ts'

/** A server and a provider that allows its callback, for tests of signing in. */
export async function startSignInTest() {
  const server = await testServer()
  const provider = await startTestProvider()
  provider.allowRedirect(`${server.base}/auth/callback`)
  let number = 0

  /** An organization of its own with this provider, and the person who signs in. */
  async function connect(settings: Partial<Omit<ProviderSettings, 'clientSecret'>> = {}) {
    const suffix = ++number
    const organization = await createOrganization(server.sql, `Organization ${suffix}`)
    const row = await insertProvider(server.sql, organization.id, {
      name: 'Company',
      issuer: provider.issuer,
      clientId: TEST_CLIENT.clientId,
      clientSecret: server.services.seal.seal(TEST_CLIENT.clientSecret),
      scopes: 'openid email profile',
      roleClaim: null,
      roleMapping: {},
      defaultRole: 'viewer',
      emailDomains: [],
      listed: false,
      enabled: true,
      ...settings,
    })
    const [login, email] = [`subject-${suffix}`, `person-${suffix}@example.com`]
    provider.claims.set(login, { email, email_verified: true, name: 'Ada', groups: [] })
    const start = `${server.base}/auth/provider/${organization.id}/${row!.id}`
    return { organization, row: row!, login, email, start }
  }

  /** Begins in a browser, and comes back from the provider: the callback is not opened yet. */
  async function walk({ start, login }: { start: string; login: string }, jar: CookieJar = new Map(), to = '/') {
    const begun = await browse(jar, `${start}?to=${encodeURIComponent(to)}`)
    return { jar, callback: await signInAt(begun.headers.get('location')!, login) }
  }

  /** The whole way; where the browser ends. */
  async function signIn(connected: { start: string; login: string }, jar: CookieJar = new Map()) {
    const { callback } = await walk(connected, jar)
    return end(await browse(jar, callback))
  }

  async function ask(jar: CookieJar, query: string) {
    const response = await fetch(`${server.base}/graphql`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Cookie: `tachograph_session=${jar.get('tachograph_session')}` },
      body: JSON.stringify({ query }),
    })
    if (response.status === 401) return null
    const { data, errors } = (await response.json()) as { data: Record<string, never>; errors?: { message: string }[] }
    expect(errors).toBeUndefined()
    return data
  }

  async function addMember(organizationId: number, email: string, role: Role, password: string | null = 'a hash') {
    const [user] = await server.sql<{ id: number }[]>`
    insert into users (email, name, password_hash) values (${email}, 'Known', ${password})
    on conflict (email) do update set name = users.name returning id`
    await server.sql`insert into memberships (organization_id, user_id, role) values (${organizationId}, ${user!.id}, ${role})`
    return user!.id
  }

  const roleOf = async (organizationId: number, email: string) => {
    const [row] = await server.sql<{ role: Role }[]>`
    select role from memberships join users on users.id = user_id
    where organization_id = ${organizationId} and email = ${email}`
    return row?.role ?? null
  }

  return {
    server,
    provider,
    connect,
    walk,
    signIn,
    ask,
    addMember,
    roleOf,
    async stop() {
      await provider.stop()
      await server.stop()
    },
  }
}

export type SignInTest = Awaited<ReturnType<typeof startSignInTest>>
/** An organization with a provider, and a person who can sign in with it. */
export type Connected = Awaited<ReturnType<SignInTest['connect']>>

/** Where an answer sends the browser. */
export function end(response: Response): string {
  expect(response.status).toBe(302)
  return response.headers.get('location')!
}

/** Asks for whoever asks. */
export const WHO = '{ viewer { organization { name } role user { name email } } }'
