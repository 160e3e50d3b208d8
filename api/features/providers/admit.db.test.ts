import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { hashToken } from '../../lib/tokens.ts'
import { createOrganization } from '../organizations/index.ts'
import { browse, type CookieJar } from './testing-provider.ts'
import { type Connected, end, type SignInTest, startSignInTest, WHO } from './testing-sign-in.ts'

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

describe('who comes in', () => {
  const refused = async (connected: Connected, problem: string) => {
    const jar: CookieJar = new Map()
    expect(await test.signIn(connected, jar)).toBe(`/sign-in?problem=${problem}`)
    expect(jar.has('tachograph_session')).toBe(false)
  }

  it('nobody without a checked address', async () => {
    const connected = await test.connect()
    for (const claims of [{}, { email: connected.email, email_verified: false }, { email: 'no address' }]) {
      provider.claims.set(connected.login, claims)
      await refused(connected, 'email-unverified')
    }
  })

  it('nobody of another domain, once domains are named', async () => {
    const connected = await test.connect({ emailDomains: ['company.com'] })
    await refused(connected, 'domain')
    provider.claims.set(connected.login, { email: 'Ada@Company.com', email_verified: true })
    expect(await test.signIn(connected)).toBe('/')
  })

  it('a member with the address, who keeps role and password', async () => {
    const connected = await test.connect()
    const userId = await test.addMember(connected.organization.id, connected.email, 'editor')
    const jar: CookieJar = new Map()
    expect(await test.signIn(connected, jar)).toBe('/')
    expect(await test.ask(jar, '{ viewer { role user { id name } } }')).toEqual({
      viewer: { role: 'EDITOR', user: { id: String(userId), name: 'Known' } },
    })
  })

  it('not somebody with a password who belongs elsewhere: they accept an invitation themselves', async () => {
    const connected = await test.connect()
    const other = await createOrganization(server.sql, `Other ${connected.organization.name}`)
    await test.addMember(other.id, connected.email, 'owner')
    await refused(connected, 'not-invited')
    await invite(connected)
    await refused(connected, 'not-invited')
    expect(await test.roleOf(connected.organization.id, connected.email)).toBeNull()
  })

  it('somebody without a password who belongs elsewhere, once they are invited', async () => {
    const [first, second] = [await test.connect(), await test.connect({ defaultRole: null })]
    await test.signIn(first)
    const elsewhere = { ...second, login: first.login, email: first.email }
    await refused(elsewhere, 'not-invited')
    await invite(elsewhere)
    expect(await test.signIn(elsewhere)).toBe('/')
    expect(await test.roleOf(second.organization.id, first.email)).toBe('editor')
  })

  it('nobody with a subject that is too long', async () => {
    const connected = await test.connect()
    const login = 'x'.repeat(256)
    provider.claims.set(login, { email: connected.email, email_verified: true })
    await refused({ ...connected, login }, 'refused-by-provider')
  })

  it('not a member who was removed, until they are invited again', async () => {
    const connected = await test.connect()
    await test.signIn(connected)
    await server.sql`delete from memberships where organization_id = ${connected.organization.id}`
    await refused(connected, 'not-invited')
    await invite(connected)
    expect(await test.signIn(connected)).toBe('/')
    expect(await test.roleOf(connected.organization.id, connected.email)).toBe('editor')
  })

  it('not with the address of a member whom the provider knows under another subject', async () => {
    const connected = await test.connect()
    await test.signIn(connected)
    provider.claims.set(`${connected.login}-new`, { email: connected.email, email_verified: true })
    await refused({ ...connected, login: `${connected.login}-new` }, 'not-invited')
  })

  it('not with the subject of another provider, of the organization or of another one', async () => {
    const first = await test.connect()
    await test.signIn(first)
    provider.claims.set(first.login, {})
    const { organization, login } = first
    const [second] = await server.sql<{ id: number }[]>`
      insert into identity_providers (organization_id, name, issuer, client_id, client_secret)
      select organization_id, 'Second', issuer, client_id, client_secret from identity_providers
      where id = ${first.row.id} returning id`
    const start = `${server.base}/auth/provider/${organization.id}/${second!.id}`
    await refused({ ...first, start }, 'email-unverified')
    await refused({ ...(await test.connect()), login }, 'email-unverified')
  })

  it('one person, when somebody new comes in twice at the same moment', async () => {
    const connected = await test.connect()
    const ways = await Promise.all([test.walk(connected), test.walk(connected)])
    expect((await Promise.all(ways.map(({ jar, callback }) => browse(jar, callback)))).map(end)).toEqual(['/', '/'])
  })

  async function invite({ organization, email }: Connected) {
    const token = hashToken(`${organization.id} ${email}`)
    await server.sql`
      insert into invitations (organization_id, email, role, token_hash, invited_by, expires_at)
      values (${organization.id}, ${email}, 'editor', ${token}, 'Owner', now() + interval '1 day')`
  }
})

describe('the role', () => {
  const mapping = { staff: 'viewer', writers: 'editor', bosses: 'admin', root: 'owner' } as const
  const tell = ({ login, email }: Connected, claims: Record<string, unknown>) =>
    provider.claims.set(login, { email, email_verified: true, ...claims })

  it('is the highest that the claim gives, at every sign-in', async () => {
    const connected = await test.connect({ roleClaim: 'groups', roleMapping: mapping, defaultRole: null })
    const roles: (string | null)[] = []
    for (const groups of [['staff', 'bosses', 'unknown'], 'writers', ['staff'], ['root']]) {
      tell(connected, { groups })
      expect(await test.signIn(connected)).toBe('/')
      roles.push(await test.roleOf(connected.organization.id, connected.email))
    }
    expect(roles).toEqual(['admin', 'editor', 'viewer', 'owner'])
    const log = await server.sql<{ action: string; actor: string }[]>`
      select action, actor from audit_events where organization_id = ${connected.organization.id} order by id`
    expect(log.map(({ action }) => action)).toEqual([
      'member.joined',
      'member.identity-linked',
      'person.signed-in',
      ...['member.role-changed', 'person.signed-in', 'member.role-changed', 'person.signed-in'],
      ...['member.role-changed', 'person.signed-in'],
    ])
    expect(log[0]!.actor).toBe('Identity provider Company')
  })

  it('comes from a claim within a claim', async () => {
    const connected = await test.connect({ roleClaim: 'realm_access.roles', roleMapping: mapping, defaultRole: null })
    tell(connected, { realm_access: { roles: ['writers'] } })
    expect(await test.signIn(connected)).toBe('/')
    expect(await test.roleOf(connected.organization.id, connected.email)).toBe('editor')
  })

  it('is the default for who has none, and without a default they stay out', async () => {
    const open = await test.connect({ roleClaim: 'groups', roleMapping: mapping, defaultRole: 'viewer' })
    expect(await test.signIn(open)).toBe('/')
    expect(await test.roleOf(open.organization.id, open.email)).toBe('viewer')
    const closed = await test.connect({ roleClaim: 'groups', roleMapping: mapping, defaultRole: null })
    expect(await test.signIn(closed)).toBe('/sign-in?problem=no-role')
    expect(await server.sql`select from users where email = ${closed.email}`).toHaveLength(0)
    tell(closed, { groups: 'staff' })
    expect(await test.signIn(closed)).toBe('/')
    tell(closed, { groups: [] })
    expect(await test.signIn(closed)).toBe('/sign-in?problem=no-role')
  })

  it('of the last owner stays, and that of one of two owners follows', async () => {
    const connected = await test.connect({ roleClaim: 'groups', roleMapping: mapping, defaultRole: null })
    const { organization, email } = connected
    await test.addMember(organization.id, email, 'owner')
    for (const groups of [['staff'], []]) {
      tell(connected, { groups })
      expect(await test.signIn(connected)).toBe('/')
      expect(await test.roleOf(organization.id, email)).toBe('owner')
    }
    await test.addMember(organization.id, `second-${email}`, 'owner')
    tell(connected, { groups: ['staff'] })
    expect(await test.signIn(connected)).toBe('/')
    expect(await test.roleOf(organization.id, email)).toBe('viewer')
  })
})

describe('a session that began with a provider', () => {
  it('ends when the provider is deleted', async () => {
    const connected = await test.connect()
    const jar: CookieJar = new Map()
    await test.signIn(connected, jar)
    expect(await test.ask(jar, WHO)).not.toBeNull()
    await server.sql`delete from identity_providers where id = ${connected.row.id}`
    await expect.poll(() => test.ask(jar, WHO), { timeout: 1000 }).toBeNull()
  })

  it('stays in the organization of the provider', async () => {
    const connected = await test.connect()
    const userId = await test.addMember(connected.organization.id, connected.email, 'admin')
    const other = await createOrganization(server.sql, `Elsewhere ${connected.organization.name}`)
    await test.addMember(other.id, connected.email, 'owner')
    expect(userId).toBeGreaterThan(0)
    const jar: CookieJar = new Map()
    expect(await test.signIn(connected, jar)).toBe('/')
    const response = await fetch(`${server.base}/auth/switch`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Cookie: `tachograph_session=${jar.get('tachograph_session')}` },
      body: JSON.stringify({ organization: String(other.id) }),
    })
    expect(response.status).toBe(403)
    expect(await test.ask(jar, '{ viewer { organizations { organization { name } } } }')).toEqual({
      viewer: { organizations: [{ organization: { name: connected.organization.name } }] },
    })
  })
})
