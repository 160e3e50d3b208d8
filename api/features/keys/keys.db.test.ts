import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing.ts'
import type { Services } from '../../schema/context.ts'
import { testServices } from '../../schema/testing.ts'
import { ask } from '../jobs/testing.ts'
import { createOrganization } from '../organizations/index.ts'
import { auditOf, keyContext, personContext } from './testing.ts'

let database: TestDatabase
let services: Services
let organization: number
let foreign: number
let now = new Date('2026-11-20T12:00:00Z')

beforeAll(async () => {
  database = await testDatabase()
  services = testServices(database.sql, undefined, () => now)
  organization = (await createOrganization(database.sql, 'Test')).id
  foreign = (await createOrganization(database.sql, 'Other')).id
})
afterAll(() => database.drop())

const CREATE = `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) {
  key apiKey { id name prefix scopes pipelines addresses requestsAMinute createdBy createdAt expiresAt lastUsedAt revokedAt } } }`
const ROTATE = `mutation ($id: ID!, $overlap: Duration) { rotateApiKey(id: $id, overlap: $overlap) {
  key apiKey { id name scopes pipelines addresses requestsAMinute expiresAt createdBy } } }`
const REVOKE = 'mutation ($id: ID!) { revokeApiKey(id: $id) { id revokedAt } }'
const LIST = '{ apiKeys(revoked: true) { id expiresAt revokedAt } }'

const admin = () => personContext(services, organization, 'admin')
const create = (input: Record<string, unknown>, context = admin()) =>
  ask(context, CREATE, { input: { name: 'Power BI', scopes: ['READ_METRICS'], ...input } })

describe('making a key', () => {
  test('gives all that was asked for, shows the key once and never stores or logs it', async () => {
    const input = {
      scopes: ['READ_METRICS', 'INGEST'],
      pipelines: ['build', 'not yet there'],
      addresses: ['10.0.0.0/8', '2001:db8::1'],
      requestsAMinute: 120,
      expiresAt: '2027-01-01T00:00:00.000Z',
    }
    const { data } = await create(input)
    const { key, apiKey } = data.createApiKey
    expect(key).toMatch(/^tach_[\w-]{64}$/)
    expect(apiKey).toMatchObject({ ...input, name: 'Power BI', prefix: key.slice(0, 11), createdBy: 'ada@example.com' })
    expect(apiKey).toMatchObject({ lastUsedAt: null, revokedAt: null })
    const log = await auditOf(database.sql, organization)
    expect(log.at(-1)).toMatchObject({
      actor: 'ada@example.com',
      action: 'key.created',
      subject: 'Power BI',
      after: { scopes: ['read_metrics', 'ingest'], pipelines: input.pipelines, requestsAMinute: 120 },
    })
    const rows = await database.owner`select * from api_keys, audit_events`
    expect(JSON.stringify(rows)).not.toContain(key.slice(11))
  })

  test.each([
    [{ name: ' ' }, 'The name of the key is empty.'],
    [{ scopes: [] }, 'A key needs a scope'],
    [{ pipelines: [] }, 'The list of pipelines is empty'],
    [{ pipelines: ['x'.repeat(201)] }, 'a name has at most 200 characters'],
    [{ addresses: [] }, 'The list of addresses is empty'],
    [{ addresses: ['300.0.0.1'] }, 'which is no network'],
    [{ requestsAMinute: 0 }, 'choose from 1 to 1,000,000'],
    [{ requestsAMinute: 1_000_001 }, 'choose from 1 to 1,000,000'],
    [{ expiresAt: '2026-11-20T12:00:00Z' }, 'The key would have ended already.'],
  ])('refuses %j', async (input, message) => {
    const { errors } = await create(input)
    expect(errors).toMatchObject([
      { message: expect.stringContaining(message) as unknown, extensions: { code: 'BAD_INPUT' } },
    ])
  })

  test('is for who manages keys', async () => {
    for (const role of ['editor', 'viewer'] as const) {
      const { errors } = await create({}, personContext(services, organization, role))
      expect(errors![0]!.extensions.code).toBe('FORBIDDEN')
    }
    const { errors } = await create({}, keyContext(services, organization, ['read_metrics', 'ingest']))
    expect(errors![0]!.extensions.code).toBe('FORBIDDEN')
  })

  test('an admin can give every scope', async () => {
    const scopes = ['READ_METRICS', 'READ_JOBS', 'INGEST', 'MANAGE']
    expect((await create({ scopes })).data.createApiKey.apiKey.scopes).toEqual(scopes)
  })

  test.each([
    [{ scopes: ['MANAGE'] }, {}, true],
    [{ scopes: ['READ_METRICS'] }, {}, true],
    [{ scopes: ['READ_JOBS'] }, {}, false],
    [{ scopes: ['MANAGE', 'INGEST'] }, {}, false],
    [{ pipelines: ['a'] }, { pipelines: ['a', 'b'] }, true],
    [{}, { pipelines: ['a'] }, false],
    [{ pipelines: ['a', 'c'] }, { pipelines: ['a', 'b'] }, false],
    [{ addresses: ['10.1.0.0/16', '10.2.3.4'] }, { addresses: ['10.0.0.0/8'] }, true],
    [{}, { addresses: ['10.0.0.0/8'] }, false],
    [{ addresses: ['10.0.0.0/7'] }, { addresses: ['10.0.0.0/8'] }, false],
    [{ addresses: ['10.0.0.1', '11.0.0.1'] }, { addresses: ['10.0.0.0/8'] }, false],
    [{ addresses: ['::/0'] }, { addresses: ['0.0.0.0/0'] }, false],
  ])('a key that manages gives %j, itself confined to %j: %s', async (input, confinement, isGiven) => {
    const maker = keyContext(services, organization, ['manage', 'read_metrics'], confinement)
    const { data, errors } = await create(input, maker)
    if (isGiven) expect(data.createApiKey.apiKey.createdBy).toBe('Key Robot')
    else expect(errors![0]!.extensions.code).toBe('FORBIDDEN')
  })
})

describe('rotating a key', () => {
  const rotate = (id: string, overlap?: string, context = admin()) => ask(context, ROTATE, { id, overlap })
  const endOf = async (id: string) => {
    const { data } = await ask(admin(), LIST)
    return data.apiKeys.find((key: { id: string }) => key.id === id).expiresAt
  }

  test('makes one with the same rights; the old one ends after the overlap', async () => {
    const rights = { scopes: ['INGEST'], pipelines: ['a'], addresses: ['10.0.0.0/8'], requestsAMinute: 5 }
    const old = (await create({ name: 'Runner', ...rights })).data.createApiKey
    const { data } = await rotate(old.apiKey.id, 'P2DT1H')
    expect(data.rotateApiKey.key).not.toBe(old.key)
    expect(data.rotateApiKey.apiKey).toMatchObject({ name: 'Runner', ...rights, expiresAt: null })
    expect(await endOf(old.apiKey.id)).toBe('2026-11-22T13:00:00.000Z')
    expect((await auditOf(database.sql, organization)).at(-1)).toMatchObject({
      action: 'key.rotated',
      subject: 'Runner',
      before: { prefix: old.apiKey.prefix, endsAt: '2026-11-22T13:00:00.000Z' },
    })
    const again = await rotate(data.rotateApiKey.apiKey.id)
    expect(again.data.rotateApiKey.apiKey.name).toBe('Runner')
    expect(await endOf(data.rotateApiKey.apiKey.id)).toBe('2026-11-21T12:00:00.000Z')
  })

  test('does not lengthen the life of the old one, and gives the new one as long', async () => {
    const old = (await create({ expiresAt: '2026-11-20T18:00:00Z' })).data.createApiKey.apiKey
    await database.owner`update api_keys set created_at = '2026-11-19T18:00:00Z' where id = ${old.id}`
    const { data } = await rotate(old.id, 'P1D')
    expect(await endOf(old.id)).toBe('2026-11-20T18:00:00.000Z')
    expect(data.rotateApiKey.apiKey.expiresAt).toBe('2026-11-21T12:00:00.000Z')
  })

  test('without overlap ends the old one at once', async () => {
    const old = (await create({})).data.createApiKey.apiKey
    await rotate(old.id, 'PT0S')
    expect(await endOf(old.id)).toBe(now.toISOString())
    const { errors } = await rotate(old.id)
    expect(errors![0]!.message).toContain('has ended: make a new one')
  })

  test('refuses an overlap of more than 90 days, and ids of others', async () => {
    const { id } = (await create({})).data.createApiKey.apiKey
    expect((await rotate(id, 'P91D')).errors![0]).toMatchObject({ extensions: { code: 'BAD_INPUT' } })
    expect((await rotate(id, 'P4M')).errors![0]).toMatchObject({ extensions: { code: 'BAD_INPUT' } })
    expect((await rotate(id, 'P90D')).errors).toBeUndefined()
    for (const [other, context] of [
      [id, personContext(services, foreign, 'owner')],
      ['999999', admin()],
      ['x', admin()],
    ] as const) {
      expect((await rotate(other, 'P1D', context)).errors![0]).toMatchObject({ extensions: { code: 'NOT_FOUND' } })
    }
  })

  test('gives nobody a key with more than they have', async () => {
    const { id } = (await create({ scopes: ['INGEST'] })).data.createApiKey.apiKey
    const { errors } = await rotate(id, 'P1D', keyContext(services, organization, ['manage']))
    expect(errors![0]!.extensions.code).toBe('FORBIDDEN')
    expect(await endOf(id)).toBeNull()
  })
})

describe('revoking a key', () => {
  test('is done once, and told in the log', async () => {
    const { apiKey } = (await create({ name: 'Leaked' })).data.createApiKey
    const first = await ask(admin(), REVOKE, { id: apiKey.id })
    expect(first.data.revokeApiKey.revokedAt).toBe(now.toISOString())
    now = new Date(now.getTime() + 1000)
    expect((await ask(admin(), REVOKE, { id: apiKey.id })).data).toEqual(first.data)
    const told = (await auditOf(database.sql, organization)).filter((event) => event.subject === 'Leaked')
    expect(told.map((event) => event.action)).toEqual(['key.created', 'key.revoked'])
    const { data } = await ask(admin(), '{ apiKeys { id } }')
    expect(data.apiKeys).not.toContainEqual({ id: apiKey.id })
  })

  test('is for keys of the own organization', async () => {
    const { apiKey } = (await create({})).data.createApiKey
    const { errors } = await ask(personContext(services, foreign, 'owner'), REVOKE, { id: apiKey.id })
    expect(errors![0]!.extensions.code).toBe('NOT_FOUND')
    expect((await ask(personContext(services, foreign, 'owner'), LIST)).data.apiKeys).toEqual([])
  })
})

test('usage has every day, and costs one statement for all keys', async () => {
  const { id } = (await create({})).data.createApiKey.apiKey
  await database.owner`
    insert into api_key_usage (organization_id, key_id, day, requests)
    values (${organization}, ${id}, '2026-11-20', 5), (${organization}, ${id}, '2026-11-18', 2), (${organization}, ${id}, '2026-11-17', 9)`
  database.statements.length = 0
  const { data } = await ask(admin(), '{ apiKeys { id usage(days: 3) { day requests } } }')
  expect(database.statements).toHaveLength(2)
  expect(data.apiKeys.find((key: { id: string }) => key.id === id).usage).toEqual([
    { day: '2026-11-18', requests: 2 },
    { day: '2026-11-19', requests: 0 },
    { day: '2026-11-20', requests: 5 },
  ])
  const { errors } = await ask(admin(), '{ apiKeys { usage(days: 367) { day } } }')
  expect(errors![0]!.extensions.code).toBe('BAD_INPUT')
})
