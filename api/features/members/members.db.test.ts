import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import type { Role } from '../../schema/permissions.ts'
import { lastAudits, makeMember, makeTeam, outcome } from './testing.ts'

let database: TestDatabase
let theirs: Awaited<ReturnType<typeof makeTeam>>

beforeAll(async () => {
  database = await testDatabase()
  theirs = await makeTeam(database.sql, 'Theirs')
})
afterAll(() => database.drop())

const LIST = '{ members { id name email role joinedAt secondFactor lastSeenAt teams { name } } }'
const CHANGE = 'mutation ($id: ID!, $role: Role!) { changeMemberRole(userId: $id, role: $role) { role } }'
const REMOVE = 'mutation ($id: ID!) { removeMember(userId: $id) }'
const MISSING = 'NOT_FOUND: There is no such member. They may have left.'

const roleOf = async (organizationId: number, userId: number) => {
  const [row] = await database.sql<{ role: Role }[]>`
    select role from memberships where organization_id = ${organizationId} and user_id = ${userId}`
  return row?.role ?? null
}
const owners = async (organizationId: number) => {
  const [row] = await database.sql<{ count: number }[]>`
    select count(*)::int as count from memberships where organization_id = ${organizationId} and role = 'owner'`
  return row!.count
}
const startSession = (organizationId: number, userId: number, seen: string) => database.sql`
  insert into sessions (token_hash, user_id, organization_id, expires_at, last_seen_at)
  values (sha256(random()::text::bytea), ${userId}, ${organizationId}, now() + interval '1 day', ${seen})`

test('everybody sees the members of their own organization, by name', async () => {
  const { organizationId, ids, as, asKey } = await makeTeam(database.sql, 'Listed')
  await makeMember(database.sql, theirs.organizationId, 'viewer@listed.example', 'owner')
  await startSession(organizationId, ids.viewer, '2026-11-20T10:00:00Z')
  await startSession(theirs.organizationId, ids.viewer, '2026-11-20T12:00:00Z')
  for (const context of [as('owner'), as('viewer'), asKey('manage')]) {
    const { members } = await outcome(context, LIST)
    expect(members.map((member: { email: string }) => member.email)).toEqual(
      ['admin', 'editor', 'owner', 'viewer'].map((name) => `${name}@listed.example`),
    )
    const seen = { role: 'VIEWER', secondFactor: false, lastSeenAt: '2026-11-20T10:00:00.000Z', teams: [] }
    expect(members[3]).toMatchObject(seen)
  }
  expect(await outcome(asKey('read_jobs', 'read_metrics', 'ingest'), LIST)).toContain('FORBIDDEN')
})

test('a role is changed by who may, and the log says so', async () => {
  const { organizationId, ids, as, asKey } = await makeTeam(database.sql, 'Changed')
  const change = (context: Parameters<typeof outcome>[0], who: Role, role: string) =>
    outcome(context, CHANGE, { id: ids[who], role })
  expect(await change(as('owner'), 'viewer', 'EDITOR')).toEqual({ changeMemberRole: { role: 'EDITOR' } })
  expect(await lastAudits(database.sql, organizationId, 1)).toEqual([
    'owner@changed.example member.role-changed viewer@changed.example {"role": "viewer"} {"role": "editor"}',
  ])
  expect(await change(as('admin'), 'viewer', 'VIEWER')).toEqual({ changeMemberRole: { role: 'VIEWER' } })
  expect(await change(as('admin'), 'viewer', 'OWNER')).toContain('FORBIDDEN: The role admin can neither give nor take')
  expect(await change(as('admin'), 'owner', 'ADMIN')).toContain('FORBIDDEN: The role admin can neither give nor take')
  expect(await change(as('editor'), 'viewer', 'EDITOR')).toContain('FORBIDDEN: The role editor may not invite')
  expect(await change(asKey('manage', 'read_metrics', 'read_jobs'), 'viewer', 'EDITOR')).toContain('FORBIDDEN')
  expect(await roleOf(organizationId, ids.viewer)).toBe('viewer')
  expect(await roleOf(organizationId, ids.owner)).toBe('owner')
  const before = await lastAudits(database.sql, organizationId, 10)
  expect(await change(as('owner'), 'viewer', 'VIEWER')).toEqual({ changeMemberRole: { role: 'VIEWER' } })
  expect(await lastAudits(database.sql, organizationId, 10)).toEqual(before)
})

test('a member of another organization is like nobody, and so is nonsense', async () => {
  const { as } = await makeTeam(database.sql, 'Strict')
  const nonsense = ['0', '-1', '1.5', 'x', '', ' 1', '1e3', '999999999', '2147483648', '99999999999999999999', '\0']
  for (const id of [theirs.ids.owner, theirs.ids.viewer, ...nonsense]) {
    expect(await outcome(as('owner'), CHANGE, { id, role: 'VIEWER' })).toBe(MISSING)
    expect(await outcome(as('owner'), REMOVE, { id })).toBe(MISSING)
    expect(await outcome(as('viewer'), REMOVE, { id })).toContain('FORBIDDEN: The role viewer may not')
  }
  expect(await roleOf(theirs.organizationId, theirs.ids.owner)).toBe('owner')
})

test('who is removed loses sessions here, and the account when nothing is left of it', async () => {
  const { sql } = database
  const { organizationId, ids, as } = await makeTeam(sql, 'Left')
  await makeMember(sql, theirs.organizationId, 'editor@left.example', 'viewer')
  for (const id of [ids.editor, ids.viewer]) await startSession(organizationId, id, '2026-11-20T10:00:00Z')
  await startSession(theirs.organizationId, ids.editor, '2026-11-20T10:00:00Z')
  expect(await outcome(as('admin'), REMOVE, { id: ids.owner })).toContain('FORBIDDEN')
  expect(await outcome(as('admin'), REMOVE, { id: ids.editor })).toEqual({ removeMember: String(ids.editor) })
  expect(await outcome(as('admin'), REMOVE, { id: ids.viewer })).toEqual({ removeMember: String(ids.viewer) })
  expect(await sql`select from sessions where organization_id = ${organizationId}`).toHaveLength(0)
  expect(await sql`select organization_id from sessions where user_id = ${ids.editor}`).toEqual([
    { organizationId: theirs.organizationId },
  ])
  expect(await sql`select id from users where id in (${ids.editor}, ${ids.viewer})`).toEqual([{ id: ids.editor }])
  expect(await lastAudits(sql, organizationId, 1)).toEqual([
    'admin@left.example member.removed viewer@left.example {"role": "viewer"}',
  ])
})

test('everybody may leave, but for the last owner', async () => {
  const { organizationId, ids, as } = await makeTeam(database.sql, 'Leaving')
  expect(await outcome(as('viewer'), REMOVE, { id: ids.viewer })).toEqual({ removeMember: String(ids.viewer) })
  expect(await outcome(as('owner'), REMOVE, { id: ids.owner })).toContain('BAD_INPUT: This is the last owner')
  const demote = { id: ids.owner, role: 'ADMIN' }
  expect(await outcome(as('owner'), CHANGE, demote)).toContain('BAD_INPUT: This is the last owner')
  await outcome(as('owner'), CHANGE, { id: ids.admin, role: 'OWNER' })
  expect(await outcome(as('owner'), REMOVE, { id: ids.owner })).toEqual({ removeMember: String(ids.owner) })
  expect(await owners(organizationId)).toBe(1)
})

test.each([
  ['remove themselves', REMOVE],
  ['step down', CHANGE],
])('of owners who all %s at once one stays', async (what, mutation) => {
  const { sql } = database
  const { organizationId, ids, as } = await makeTeam(sql, what.replace(' ', ''))
  const all = [ids.owner]
  for (let n = 0; n < 5; n++) all.push(await makeMember(sql, organizationId, `${n}@${organizationId}.example`, 'owner'))
  const work = all.map((id) => outcome(as('owner', id), mutation, { id, role: 'ADMIN' }))
  const refused = (await Promise.all(work)).filter((answer) => typeof answer === 'string')
  expect(refused).toEqual([expect.stringContaining('BAD_INPUT: This is the last owner')])
  expect(await owners(organizationId)).toBe(1)
})

test('owners who remove each other at once leave one', async () => {
  const { sql } = database
  const { organizationId, ids, as } = await makeTeam(sql, 'Duel')
  const other = await makeMember(sql, organizationId, 'other@duel.example', 'owner')
  const work = [outcome(as('owner'), REMOVE, { id: other }), outcome(as('owner', other), REMOVE, { id: ids.owner })]
  await Promise.all(work)
  expect(await owners(organizationId)).toBe(1)
})

test('who becomes a member elsewhere at the moment of being removed keeps the account', async () => {
  const { sql } = database
  const { ids, as } = await makeTeam(sql, 'Moving')
  let removing: Promise<unknown> | null = null
  await sql.transaction(async (tx) => {
    await tx`insert into memberships (organization_id, user_id, role)
      values (${theirs.organizationId}, ${ids.editor}, 'viewer')`
    removing = outcome(as('owner'), REMOVE, { id: ids.editor })
    await new Promise((resolve) => setTimeout(resolve, 200))
  })
  expect(await removing).toEqual({ removeMember: String(ids.editor) })
  expect(await roleOf(theirs.organizationId, ids.editor)).toBe('viewer')
})
