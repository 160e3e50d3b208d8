import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../db/testing.ts'
import { createOrganization } from '../features/organizations/index.ts'
import { createUser, resetPassword } from '../features/people/index.ts'
import { makeTokens } from '../lib/tokens.ts'
import { testServices } from '../schema/testing.ts'
import { runCommand } from '../start/testing-process.ts'

const SECRET = 'q7Vd0ZtJxW4mKc1RbYf8UhLs3PgNe6Ai'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  const { id } = await createOrganization(database.sql, 'Acme')
  const ann = { email: 'ann@example.com', name: 'Ann', role: 'editor' as const }
  await createUser(database.sql, id, { ...ann, password: 'correct horse battery' })
})
afterAll(() => database.drop())

const run = (email: string) =>
  runCommand(['reset-password', '--email', email], {
    DATABASE_URL: database.url,
    TACHOGRAPH_SECRET: SECRET,
    TACHOGRAPH_URL: 'https://tachograph.example.com/',
  })

test('the link that is printed gives a new password, once', async () => {
  const { code, stdout, stderr } = await run(' Ann@Example.com')
  expect({ code, stderr }).toEqual({ code: 0, stderr: 'Give this link to the person and to nobody else:\n' })
  expect(stdout).toMatch(/^https:\/\/tachograph\.example\.com\/reset-password\?token=[\w-]{64}\n$/)
  const services = { ...testServices(database.sql), tokens: makeTokens([SECRET]) }
  const shown = { token: new URL(stdout.trim()).searchParams.get('token')!, password: 'another long password' }
  expect(await resetPassword(services, shown, null)).toBe(true)
  expect(await resetPassword(services, shown, null)).toBe(false)
})

test('for an address that nobody has there is none', async () => {
  expect(await run('bob@example.com')).toEqual({
    code: 1,
    stdout: '',
    stderr: 'Nobody has the address bob@example.com.\n',
  })
})
