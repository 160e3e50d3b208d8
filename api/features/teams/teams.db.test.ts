import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import { lastAudits, makeTeam as makePeople, outcome } from '../members/testing.ts'

let database: TestDatabase
let theirs: Awaited<ReturnType<typeof makePeople>>
let theirTeam: string
let ours: Awaited<ReturnType<typeof makePeople>>
let count = 0

beforeAll(async () => {
  database = await testDatabase()
  theirs = await makePeople(database.sql, 'Theirs')
  theirTeam = await create(theirs, 'Drivers')
})
afterAll(() => database.drop())
beforeEach(async () => {
  ours = await makePeople(database.sql, `Ours${++count}`)
})

const CREATE = 'mutation ($name: String!) { createTeam(name: $name) { id name members { email } } }'
const RENAME = 'mutation ($id: ID!, $name: String!) { renameTeam(id: $id, name: $name) { name } }'
const DELETE = 'mutation ($id: ID!) { deleteTeam(id: $id) }'
const ADD = 'mutation ($id: ID!, $userId: ID!) { addTeamMember(teamId: $id, userId: $userId) { members { email } } }'
const REMOVE =
  'mutation ($id: ID!, $userId: ID!) { removeTeamMember(teamId: $id, userId: $userId) { members { email } } }'
const LIST = '{ teams { name members { email teams { name } } } members { email teams { name } } }'
const NO_TEAM = 'NOT_FOUND: There is no such team. It may have been deleted.'
const NO_MEMBER = 'NOT_FOUND: There is no such member. They may have left.'
const NONSENSE = ['0', '-1', '1.5', 'x', '', '2147483648', '99999999999999999999', '\0']

async function create({ as }: typeof ours, name: string): Promise<string> {
  return (await outcome(as('owner'), CREATE, { name })).createTeam.id
}

test('teams are made, renamed, filled and deleted, and the log says so', async () => {
  const { organizationId, ids, domain, as } = ours
  const id = await create(ours, ' Drivers ')
  await create(ours, 'accounting')
  const people = (...names: string[]) => names.map((name) => ({ email: `${name}@${domain}` }))
  for (const who of ['viewer', 'editor'] as const) await outcome(as('admin'), ADD, { id, userId: ids[who] })
  const again = await outcome(as('admin'), ADD, { id, userId: ids.viewer })
  expect(again).toEqual({ addTeamMember: { members: people('editor', 'viewer') } })
  expect(await outcome(as('admin'), RENAME, { id, name: 'Pilots' })).toEqual({ renameTeam: { name: 'Pilots' } })
  const { teams, members } = await outcome(as('viewer'), LIST)
  expect(teams.map((team: { name: string }) => team.name)).toEqual(['accounting', 'Pilots'])
  expect(teams[1].members[0]).toEqual({ email: `editor@${domain}`, teams: [{ name: 'Pilots' }] })
  expect(members.map((member: { teams: unknown[] }) => member.teams.length)).toEqual([0, 1, 0, 1])
  expect(await outcome(as('admin'), REMOVE, { id, userId: ids.viewer })).toEqual({
    removeTeamMember: { members: people('editor') },
  })
  await outcome(as('admin'), REMOVE, { id, userId: ids.viewer })
  expect(await outcome(as('admin'), DELETE, { id })).toEqual({ deleteTeam: id })
  expect((await outcome(as('viewer'), LIST)).teams).toHaveLength(1)
  expect(await lastAudits(database.sql, organizationId, 20)).toEqual([
    `admin@${domain} team.deleted Pilots`,
    `admin@${domain} team.member-removed Pilots {"member": "viewer@${domain}"}`,
    `admin@${domain} team.renamed Pilots {"name": "Drivers"} {"name": "Pilots"}`,
    `admin@${domain} team.member-added Drivers {"member": "editor@${domain}"}`,
    `admin@${domain} team.member-added Drivers {"member": "viewer@${domain}"}`,
    `owner@${domain} team.created accounting`,
    `owner@${domain} team.created Drivers`,
  ])
})

test('a name is taken once in an organization, also by two at once', async () => {
  const { as } = ours
  const taken = 'BAD_INPUT: There is a team "Drivers" already. Choose another name.'
  const made = await Promise.all([1, 2, 3].map(() => outcome(as('owner'), CREATE, { name: 'Drivers' })))
  expect(made.filter((answer) => answer === taken)).toHaveLength(2)
  const other = await create(ours, 'Other')
  expect(await outcome(as('owner'), RENAME, { id: other, name: 'Drivers' })).toBe(taken)
  expect(await outcome(as('owner'), RENAME, { id: other, name: 'Other' })).toEqual({ renameTeam: { name: 'Other' } })
  expect(await outcome(as('owner'), CREATE, { name: ' ' })).toBe('BAD_INPUT: The name of the team is empty.')
  expect(await outcome(as('owner'), CREATE, { name: 'x'.repeat(101) })).toContain('BAD_INPUT: The name of the team')
  expect(await outcome(as('owner'), CREATE, { name: 'a\0' })).toContain('BAD_INPUT: The name of the team')
})

test('teams and people of another organization are like nobody', async () => {
  const { as, ids } = ours
  const id = await create(ours, 'Mine')
  for (const foreign of [theirTeam, ...NONSENSE]) {
    expect(await outcome(as('owner'), RENAME, { id: foreign, name: 'Mine 2' })).toBe(NO_TEAM)
    expect(await outcome(as('owner'), DELETE, { id: foreign })).toBe(NO_TEAM)
    expect(await outcome(as('owner'), ADD, { id: foreign, userId: ids.viewer })).toBe(NO_TEAM)
    expect(await outcome(as('owner'), REMOVE, { id: foreign, userId: ids.viewer })).toBe(NO_TEAM)
  }
  for (const userId of [theirs.ids.viewer, ...NONSENSE]) {
    expect(await outcome(as('owner'), ADD, { id, userId })).toBe(NO_MEMBER)
    expect(await outcome(as('owner'), REMOVE, { id, userId })).toBe(NO_MEMBER)
  }
  expect((await outcome(as('owner'), LIST)).teams).toEqual([{ name: 'Mine', members: [] }])
  expect((await outcome(theirs.as('owner'), LIST)).teams).toEqual([{ name: 'Drivers', members: [] }])
})

test('who leaves the organization leaves its teams', async () => {
  const { as, ids } = ours
  const id = await create(ours, 'Mine')
  await outcome(as('owner'), ADD, { id, userId: ids.editor })
  await outcome(as('owner'), 'mutation ($id: ID!) { removeMember(userId: $id) }', { id: ids.editor })
  expect((await outcome(as('owner'), LIST)).teams).toEqual([{ name: 'Mine', members: [] }])
})

test('everybody sees teams; those who manage people change them', async () => {
  const { as, asKey } = ours
  for (const context of [as('viewer'), as('editor'), asKey('ingest')]) {
    expect(await outcome(context, CREATE, { name: 'Mine' })).toContain('FORBIDDEN')
  }
  expect(await outcome(asKey('manage'), CREATE, { name: 'Mine' })).toHaveProperty('createTeam')
  expect(await outcome(as('viewer'), LIST)).toHaveProperty('teams')
  expect(await outcome(asKey('read_jobs', 'read_metrics', 'ingest'), '{ teams { name } }')).toContain('FORBIDDEN')
})

test('a list of teams with their members costs the same number of statements, however many there are', async () => {
  const { as, ids } = ours
  const count = async () => {
    database.statements.length = 0
    await outcome(as('owner'), LIST)
    return database.statements.length
  }
  await outcome(as('owner'), ADD, { id: await create(ours, 'First'), userId: ids.viewer })
  const few = await count()
  for (let n = 0; n < 5; n++) {
    const id = await create(ours, `Team ${n}`)
    for (const userId of Object.values(ids)) await outcome(as('owner'), ADD, { id, userId })
  }
  expect(await count()).toBe(few)
})
