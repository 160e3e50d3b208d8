import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing.ts'
import { createUser, resetPassword, setUp, setupToken, signIn, signOut } from '../people/index.ts'
import { authenticate, createKey, createOrganization, findOrganization, revokeKeys, SESSION_COOKIE } from './index.ts'

let database: TestDatabase
beforeAll(async () => void (database = await testDatabase()))
afterAll(() => database.drop())

const now = new Date('2026-01-01T00:00:00Z')
const bearer = (key: string) => ({ authorization: `Bearer ${key}`, cookie: undefined })
const cookie = (token: string) => ({ authorization: undefined, cookie: `theme=dark; ${SESSION_COOKIE}=${token}` })
const person = { email: 'Ada@Example.com', name: 'Ada', password: 'correct horse battery' }

test('the first organization is made with the token of the start, once', async () => {
  const token = await setupToken(database.sql)
  expect(await setupToken(database.sql)).toBe(token)
  expect(await setUp(database.sql, { ...person, token: 'wrong', organization: 'First' })).toBeNull()
  await expect(
    setUp(database.sql, { ...person, password: 'short', token: token!, organization: 'First' }),
  ).rejects.toThrow('The password is too short: use at least 10 characters.')
  const made = await setUp(database.sql, { ...person, token: token!, organization: 'First' })
  expect(made).not.toBeNull()
  expect(await setUp(database.sql, { ...person, token: token!, organization: 'Second' })).toBeNull()
  expect(await setupToken(database.sql)).toBeNull()
})

test('a person signs in with the right password only, and signs out', async () => {
  expect(await signIn(database.sql, 'ada@example.com', 'wrong password', now)).toBeNull()
  expect(await signIn(database.sql, 'nobody@example.com', person.password, now)).toBeNull()
  const token = await signIn(database.sql, ' ada@example.com'.trim(), person.password, now)
  const viewer = await authenticate(database.sql, cookie(token!), now)
  expect(viewer).toMatchObject({
    organization: { name: 'First' },
    user: { email: 'ada@example.com', role: 'owner' },
    apiKey: null,
    scopes: ['read', 'ingest'],
  })
  const later = new Date(now.getTime() + 31 * 24 * 3600 * 1000)
  expect(await authenticate(database.sql, cookie(token!), later)).toBeNull()
  await signOut(database.sql, token!)
  expect(await authenticate(database.sql, cookie(token!), now)).toBeNull()
})

test('a password can be reset', async () => {
  const { id } = await findOrganization(database.sql, null)
  await resetPassword(database.sql, id, person.email, 'another long password')
  expect(await signIn(database.sql, person.email, person.password, now)).toBeNull()
  expect(await signIn(database.sql, person.email, 'another long password', now)).not.toBeNull()
})

test('a key opens its own organization until it expires or is revoked', async () => {
  const organization = await createOrganization(database.sql, 'Keys')
  const expiresAt = new Date('2026-06-01T00:00:00Z')
  const { key } = await createKey(database.sql, organization.id, { name: 'bi', scopes: ['read'], expiresAt })
  const viewer = await authenticate(database.sql, bearer(key), now)
  expect(viewer).toMatchObject({ organization, user: null, apiKey: { name: 'bi', scopes: ['read'] }, scopes: ['read'] })
  expect(await authenticate(database.sql, bearer(key), expiresAt)).toBeNull()
  await revokeKeys(database.sql, organization.id, 'bi')
  expect(await authenticate(database.sql, bearer(key), now)).toBeNull()
})

test('what cannot be a key or a session is refused without a statement', async () => {
  database.statements.length = 0
  for (const text of [
    '',
    'x',
    'tach_',
    `tach_${'a'.repeat(42)}`,
    `tach_${'a'.repeat(42)}'`,
    'eyJhbGciOiJub25lIn0.e30.',
  ]) {
    expect(await authenticate(database.sql, bearer(text), now)).toBeNull()
    expect(await authenticate(database.sql, cookie(text), now)).toBeNull()
  }
  expect(await authenticate(database.sql, { authorization: 'Basic eDp5', cookie: undefined }, now)).toBeNull()
  expect(await authenticate(database.sql, { authorization: undefined, cookie: undefined }, now)).toBeNull()
  expect(database.statements).toEqual([])
})

test('wrong names, roles and scopes are refused in words', async () => {
  const { sql } = database
  const { id } = await findOrganization(sql, 'Keys')
  await expect(createOrganization(sql, 'Keys')).rejects.toThrow('There is an organization "Keys" already.')
  await expect(createOrganization(sql, '  ')).rejects.toThrow('The name of the organization is empty.')
  await expect(findOrganization(sql, null)).rejects.toThrow('Name one of "First", "Keys".')
  await expect(findOrganization(sql, 'None')).rejects.toThrow('There is no organization "None".')
  await expect(createKey(sql, id, { name: 'x', scopes: ['write'], expiresAt: null })).rejects.toThrow(
    'no scope "write"',
  )
  await expect(createKey(sql, id, { name: 'x', scopes: [], expiresAt: null })).rejects.toThrow('A key needs a scope')
  await expect(createUser(sql, id, { ...person, role: 'viewer' })).rejects.toThrow(
    'the address ada@example.com already',
  )
  await expect(createUser(sql, id, { ...person, email: 'ada', role: 'viewer' })).rejects.toThrow(
    'not an e-mail address',
  )
})

test('nothing that opens a door is stored as it is', async () => {
  const { sql } = database
  const { id } = await findOrganization(sql, 'Keys')
  const { key } = await createKey(sql, id, { name: 'secret', scopes: ['read'], expiresAt: null })
  const token = await signIn(sql, person.email, 'another long password', now)
  for (const table of ['api_keys', 'sessions', 'users']) {
    const [row] = await sql<{ text: string }[]>`select string_agg(t::text, ' ') as text from ${sql(table)} t`
    for (const secret of [key, key.slice(5), token!, 'another long password']) expect(row!.text).not.toContain(secret)
  }
})
