import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing.ts'
import { createOrganization, findOrganization } from './index.ts'

let database: TestDatabase
beforeAll(async () => void (database = await testDatabase()))
afterAll(() => database.drop())

test('an organization is found by its name, and without a name where it is the only one', async () => {
  const { sql } = database
  await expect(findOrganization(sql, null)).rejects.toThrow('There is no organization yet.')
  const first = await createOrganization(sql, ' First ')
  expect(first.name).toBe('First')
  expect(await findOrganization(sql, null)).toEqual(first)
  await createOrganization(sql, 'Second')
  await expect(createOrganization(sql, 'Second')).rejects.toThrow('There is an organization "Second" already.')
  await expect(createOrganization(sql, '  ')).rejects.toThrow('The name of the organization is empty.')
  await expect(findOrganization(sql, null)).rejects.toThrow('Name one of "First", "Second".')
  await expect(findOrganization(sql, 'None')).rejects.toThrow('There is no organization "None".')
})
