import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing.ts'
import { lastAudits, makeTeam, outcome } from '../members/testing.ts'
import { createOrganization, findOrganization } from './index.ts'

let database: TestDatabase
beforeAll(async () => void (database = await testDatabase()))
afterAll(() => database.drop())

const RENAME = 'mutation ($name: String!) { renameOrganization(name: $name) { id name } }'

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

test('the owner renames it, and the log says so', async () => {
  const { organizationId, as, asKey } = await makeTeam(database.sql, 'Old')
  const answer = await outcome(as('owner'), RENAME, { name: ' New ' })
  expect(answer).toEqual({ renameOrganization: { id: String(organizationId), name: 'New' } })
  expect(await lastAudits(database.sql, organizationId, 5)).toEqual([
    'owner@old.example organization.renamed New {"name": "Old"} {"name": "New"}',
  ])
  for (const context of [as('admin'), asKey('manage', 'read_jobs', 'read_metrics', 'ingest')]) {
    expect(await outcome(context, RENAME, { name: 'Mine' })).toContain('FORBIDDEN')
  }
  for (const name of ['', ' ', 'x'.repeat(101), 'a\0b', 'a\nb', '\ud800']) {
    expect(await outcome(as('owner'), RENAME, { name })).toContain('BAD_INPUT: The name of the organization')
  }
})

test('a name tells nobody whether another organization has it; a command then needs the id', async () => {
  const { sql } = database
  const one = await makeTeam(sql, 'Acme')
  const other = await makeTeam(sql, 'Bolt')
  expect(await outcome(other.as('owner'), RENAME, { name: 'Acme' })).toHaveProperty('renameOrganization')
  const ids = [one.organizationId, other.organizationId]
  await expect(findOrganization(sql, 'Acme')).rejects.toThrow(
    `There are 2 organizations "Acme". Name one by its id instead: ${ids.join(', ')}.`,
  )
  expect(await findOrganization(sql, String(ids[1]))).toEqual({ id: ids[1], name: 'Acme' })
})
