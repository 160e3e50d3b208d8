import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing.ts'
import { PERMISSION_NAMES } from '../../schema/permissions.ts'
import { makeTeam, outcome } from '../members/testing.ts'

let database: TestDatabase
beforeAll(async () => void (database = await testDatabase()))
afterAll(() => database.drop())

test('the rules say of everything who may do it', async () => {
  const { as } = await makeTeam(database.sql, 'Ours')
  const { permissionRules: rules } = await outcome(
    as('viewer'),
    '{ permissionRules { name description roles scopes } }',
  )
  expect(rules.map((rule: { name: string }) => rule.name)).toEqual(PERMISSION_NAMES)
  expect(rules).toContainEqual({
    name: 'jobs.send',
    description: 'Send jobs',
    roles: ['OWNER', 'ADMIN', 'EDITOR'],
    scopes: ['INGEST'],
  })
})
