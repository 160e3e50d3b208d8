import { graphql } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing.ts'
import { makeGuardedFetch } from '../../lib/guarded-fetch.ts'
import type { Context } from '../../schema/context.ts'
import { schema } from '../../schema/index.ts'
import { permissionsOfRole, type Role } from '../../schema/permissions.ts'
import { testContext, testServices } from '../../schema/testing.ts'
import { createOrganization } from '../organizations/index.ts'
import { startTestProvider, type TestProvider } from './testing-provider.ts'

let database: TestDatabase
let provider: TestProvider
let organizationId: number
let otherId: number

beforeAll(async () => {
  database = await testDatabase()
  provider = await startTestProvider()
  organizationId = (await createOrganization(database.sql, 'Test')).id
  otherId = (await createOrganization(database.sql, 'Other')).id
})
afterAll(async () => {
  await provider.stop()
  await database.drop()
})

function as(role: Role, organization = organizationId): Context {
  const context = testContext(testServices(database.sql), organization)
  const user = { id: 1, name: 'Ada', email: 'ada@example.com', role }
  const viewer = { ...context.viewer, apiKey: null, user, permissions: permissionsOfRole(role) }
  return { ...context, viewer, address: '192.0.2.1' }
}

interface Told {
  id: string
  [field: string]: unknown
}

async function ask(source: string, variableValues: Record<string, unknown> = {}, contextValue = as('owner')) {
  const { data, errors } = await graphql({ schema, source, variableValues, contextValue })
  const problem = errors?.[0] && `${String(errors[0].extensions['code'])}: ${errors[0].message}`
  return { data: data as Record<string, unknown> | null | undefined, problem }
}

const FIELDS = `{ id name issuer clientId hasClientSecret scopes roleClaim roleMapping { value role } defaultRole emailDomains
  listed enabled signInUrl redirectUrl }`
const CREATE = `mutation ($input: IdentityProviderInput!) { createIdentityProvider(input: $input) ${FIELDS} }`
const UPDATE = `mutation ($id: ID!, $input: IdentityProviderChanges!) { updateIdentityProvider(id: $id, input: $input) ${FIELDS} }`
const DELETE = 'mutation ($id: ID!) { deleteIdentityProvider(id: $id) }'

let number = 0
const input = (more: Record<string, unknown> = {}) => ({
  name: `Company ${++number}`,
  issuer: provider.issuer,
  clientId: 'tachograph',
  clientSecret: 'a very secret text',
  ...more,
})

async function create(more: Record<string, unknown> = {}): Promise<Told> {
  const { data, problem } = await ask(CREATE, { input: input(more) })
  expect(problem).toBeUndefined()
  return data!['createIdentityProvider'] as Told
}

async function update(id: string, changes: Record<string, unknown>): Promise<Told> {
  const { data, problem } = await ask(UPDATE, { id, input: changes })
  expect(problem).toBeUndefined()
  return data!['updateIdentityProvider'] as Told
}

const secretOf = async (id: string) => {
  const [row] = await database.sql<{ clientSecret: Buffer | null }[]>`
    select client_secret from identity_providers where id = ${Number(id)}`
  return row!.clientSecret && testServices(database.sql).seal.open(row!.clientSecret)
}

describe('connecting a provider', () => {
  it('keeps what was entered, and the secret sealed', async () => {
    const roleMapping = [
      { value: 'staff', role: 'VIEWER' },
      { value: 'root', role: 'OWNER' },
    ]
    const made = await create({
      name: ' Company ',
      scopes: 'openid  email openid',
      roleClaim: 'realm_access.roles',
      roleMapping,
      defaultRole: 'EDITOR',
      emailDomains: ['@Example.com', 'example.com'],
      listed: true,
    })
    expect(made).toEqual({
      id: expect.stringMatching(/^\d+$/),
      name: 'Company',
      issuer: provider.issuer,
      clientId: 'tachograph',
      hasClientSecret: true,
      scopes: 'openid email',
      roleClaim: 'realm_access.roles',
      roleMapping: [roleMapping[1], roleMapping[0]],
      defaultRole: 'EDITOR',
      emailDomains: ['example.com'],
      listed: true,
      enabled: true,
      signInUrl: `http://localhost/auth/provider/${organizationId}/${made.id}`,
      redirectUrl: 'http://localhost/auth/callback',
    })
    expect(await secretOf(made.id)).toBe('a very secret text')
    const stored = JSON.stringify(await database.sql`select * from identity_providers, audit_events`)
    expect(stored).not.toContain('a very secret text')
  })

  it('is written into the audit log', async () => {
    const made = await create({ name: 'Logged' })
    await update(made.id, { clientSecret: 'another secret', enabled: false })
    await ask(DELETE, { id: made.id })
    const log = await database.sql`
      select action, actor, address, before, after from audit_events where subject = 'Logged' order by id`
    expect(log).toMatchObject([
      { action: 'provider.created', actor: 'ada@example.com', address: '192.0.2.1', after: { hasClientSecret: true } },
      { action: 'provider.changed', before: { enabled: true }, after: { enabled: false, clientSecret: 'changed' } },
      { action: 'provider.deleted', before: { name: 'Logged' }, after: null },
    ])
    expect(JSON.stringify(log)).not.toContain('another secret')
  })

  it.each<[Record<string, unknown>, RegExp]>([
    [{ name: ' ' }, /The name of the provider is empty/],
    [{ clientId: '' }, /The client ID is empty/],
    [{ issuer: 'http://example.com' }, /has to be an address that begins with https:\/\//],
    [{ issuer: 'file:///etc/passwd' }, /has to be an address/],
    [{ issuer: 'https://user:password@example.com' }, /has to be an address/],
    [{ issuer: 'http://127.0.0.1:1' }, /127.0.0.1:1 does not answer \(connect ECONNREFUSED/],
    [{ scopes: 'email' }, /have to contain "openid"/],
    [{ defaultRole: 'OWNER' }, /Nobody becomes an owner by default/],
    [{ emailDomains: ['*.example.com'] }, /"\*.example.com" is no domain/],
    [
      {
        roleMapping: [
          { value: 'a', role: 'ADMIN' },
          { value: ' a', role: 'OWNER' },
        ],
      },
      /has "a" twice/,
    ],
    [{ roleClaim: 'a\u0000' }, /contains a NUL character/],
  ])('refuses %j', async (wrong, sentence) => {
    const { problem } = await ask(CREATE, { input: input(wrong) })
    expect(problem).toMatch(/^BAD_INPUT: /)
    expect(problem).toMatch(sentence)
  })

  it('refuses an address with no description, and one that belongs to another issuer', async () => {
    const nothing = await ask(CREATE, { input: input({ issuer: `${provider.issuer}/nothing` }) })
    expect(nothing.problem).toMatch(/answers, but there is no description of a provider at .*\/nothing\/.well-known/)
    const named = provider.issuer.replace('127.0.0.1', 'localhost')
    const differs = await ask(CREATE, { input: input({ issuer: named }) })
    expect(differs.problem).toContain(`calls itself "${provider.issuer}": use that as the issuer.`)
  })

  it('does not ask servers within, in production', async () => {
    const context = { ...as('owner'), fetch: makeGuardedFetch([]) }
    const { problem } = await ask(CREATE, { input: input() }, context)
    expect(problem).toContain('127.0.0.1 is not at a public address')
  })

  it('refuses a name that is taken, and more than twenty', async () => {
    await create({ name: 'Taken' })
    expect((await ask(CREATE, { input: input({ name: 'Taken' }) })).problem).toContain('"Taken" already')
    const other = await create()
    const renamed = await ask(UPDATE, { id: other.id, input: { name: 'Taken' } })
    expect(renamed.problem).toContain('"Taken" already')
    await database.sql`
      insert into identity_providers (organization_id, name, issuer, client_id)
      select ${otherId}, 'Company ' || n, 'https://example.com', 'a' from generate_series(1, 20) as n`
    const full = await ask(CREATE, { input: input() }, as('owner', otherId))
    expect(full.problem).toContain('20 identity providers, which is the most')
    await database.sql`delete from identity_providers where organization_id = ${otherId}`
  })
})

describe('changing a provider', () => {
  it('leaves what is not named, and takes away what is null', async () => {
    const { id, ...made } = await create({ roleClaim: 'groups', defaultRole: 'VIEWER', emailDomains: ['example.com'] })
    expect(await update(id, { listed: true })).toEqual({ id, ...made, listed: true })
    expect(await secretOf(id)).toBe('a very secret text')
    const changed = await update(id, { clientSecret: null, roleClaim: null, defaultRole: null, emailDomains: [] })
    expect(changed).toMatchObject({ hasClientSecret: false, roleClaim: null, defaultRole: null, emailDomains: [] })
    expect(await update(id, { clientSecret: 'new' })).toMatchObject({ hasClientSecret: true })
  })

  it('does not need the provider to be there when it is switched off', async () => {
    const { id } = await create()
    await database.sql`update identity_providers set issuer = 'http://127.0.0.1:1' where id = ${Number(id)}`
    expect(await update(id, { enabled: false })).toMatchObject({ enabled: false })
    const { problem } = await ask(UPDATE, { id, input: { issuer: 'http://127.0.0.1:1' } })
    expect(problem).toContain('does not answer')
  })

  it('ends its sessions when it is switched off, moved or deleted, and forgets whom it knew when it is moved', async () => {
    const count = async (id: string) => {
      const [row] = await database.sql<{ sessions: number; identities: number }[]>`
        select (select count(*) from sessions where provider_id = ${Number(id)}) as sessions,
               (select count(*) from identities where provider_id = ${Number(id)}) as identities`
      return row
    }
    const other = await startTestProvider()
    const { id } = await create()
    await useOnce(id)
    await update(id, { name: 'Renamed' })
    expect(await count(id)).toEqual({ sessions: 1, identities: 1 })
    await update(id, { enabled: false })
    expect(await count(id)).toEqual({ sessions: 0, identities: 1 })
    await update(id, { enabled: true, issuer: other.issuer })
    expect(await count(id)).toEqual({ sessions: 0, identities: 0 })
    await useOnce(id)
    expect((await ask(DELETE, { id })).data).toEqual({ deleteIdentityProvider: id })
    expect(await count(id)).toEqual({ sessions: 0, identities: 0 })
    await other.stop()
  })

  async function useOnce(id: string) {
    const email = `once-${++number}@example.com`
    const [user] = await database.sql<{ id: number }[]>`
      insert into users (email, name) values (${email}, 'Once') returning id`
    await database.sql`insert into memberships values (${organizationId}, ${user!.id}, 'viewer')`
    await database.sql`insert into identities values (${organizationId}, ${Number(id)}, ${email}, ${user!.id})`
    await database.sql`
      insert into sessions (token_hash, user_id, organization_id, provider_id, expires_at)
      values (${Buffer.from(email)}, ${user!.id}, ${organizationId}, ${Number(id)}, now() + interval '1 hour')`
  }
})

describe('who may', () => {
  it('read: owners and admins; change: owners', async () => {
    const { id } = await create()
    const allowed: string[] = []
    for (const role of ['owner', 'admin', 'editor', 'viewer'] as const) {
      const attempts = {
        read: ask('{ identityProviders { id } }', {}, as(role)),
        create: ask(CREATE, { input: input() }, as(role)),
        update: ask(UPDATE, { id, input: { listed: true } }, as(role)),
      }
      for (const [name, attempt] of Object.entries(attempts)) {
        const { problem } = await attempt
        if (problem === undefined) allowed.push(`${role} ${name}`)
        else expect(problem).toMatch(/^FORBIDDEN: The role/)
      }
    }
    expect(allowed).toEqual(['owner read', 'owner create', 'owner update', 'admin read'])
    expect((await ask(DELETE, { id }, as('admin'))).problem).toMatch(/^FORBIDDEN/)
  })

  it('not another organization, for which it does not exist', async () => {
    const { id } = await create()
    const stranger = as('owner', otherId)
    expect((await ask('{ identityProviders { id } }', {}, stranger)).data).toEqual({ identityProviders: [] })
    for (const unknown of [id, '999999', 'x']) {
      const problems = [
        await ask(UPDATE, { id: unknown, input: { listed: true } }, stranger),
        await ask(DELETE, { id: unknown }, stranger),
      ]
      for (const { problem } of problems) expect(problem).toBe('NOT_FOUND: There is no such identity provider.')
    }
  })
})
