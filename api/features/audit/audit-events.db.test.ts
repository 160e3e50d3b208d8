import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import { makeTeam, outcome } from '../members/testing.ts'
import { type Actor, recordAudit, systemActor } from './record.ts'

let database: TestDatabase
let ours: Awaited<ReturnType<typeof makeTeam>>
let theirs: Awaited<ReturnType<typeof makeTeam>>

/** Of the 12 lines, 4 each have the same time, to the microsecond. */
const LINES = Array.from({ length: 12 }, (_, n) => ({ n, at: `2026-11-01T00:00:00.00000${Math.floor(n / 4)}Z` }))

beforeAll(async () => {
  database = await testDatabase()
  ours = await makeTeam(database.sql, 'Ours')
  theirs = await makeTeam(database.sql, 'Theirs')
  for (const { n, at } of LINES) {
    await database.sql`
      insert into audit_events (organization_id, at, actor, action, subject)
      values (${ours.organizationId}, ${at}::text::timestamptz, ${`actor ${n % 2}`}, ${`thing.done-${n % 3}`},
              ${`Subject ${n}`})`
  }
  await recordAudit(database.sql, systemActor(theirs.organizationId, 'actor 0'), {
    action: 'thing.done-0',
    subject: 'X',
  })
})
afterAll(() => database.drop())

const LIST = `query ($filter: AuditFilter, $first: Int, $after: String, $last: Int, $before: String) {
  auditEvents(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
    totalCount nodes { subject } edges { cursor } pageInfo { hasNextPage hasPreviousPage }
  }
}`

async function list(variables: Record<string, unknown> = {}) {
  const answer = await outcome(ours.as('admin'), LIST, variables)
  if (typeof answer === 'string') throw new Error(answer)
  const { nodes, edges, ...rest } = answer.auditEvents
  const numbers = nodes.map((node: { subject: string }) => Number(node.subject.replace('Subject ', '')))
  return { numbers, cursors: edges.map((edge: { cursor: string }) => edge.cursor), ...rest }
}

test('the log is read newest first, page by page in both directions, also within one moment', async () => {
  const all = await list()
  const newestFirst = LINES.map(({ n }) => n).reverse()
  expect(all).toMatchObject({ numbers: newestFirst, totalCount: 12 })
  for (let start = 0; start < newestFirst.length; start++) {
    const after = await list({ first: 5, after: all.cursors[start] })
    expect(after.numbers).toEqual(newestFirst.slice(start + 1, start + 6))
    expect(after.pageInfo.hasNextPage).toBe(start + 6 < newestFirst.length)
    const before = await list({ last: 5, before: all.cursors[start] })
    expect(before.numbers).toEqual(newestFirst.slice(Math.max(0, start - 5), start))
    expect(before.pageInfo.hasPreviousPage).toBe(start > 5)
  }
})

test('lines are found by text, action, actor and time', async () => {
  expect((await list({ filter: { text: 'subject 11' } })).numbers).toEqual([11])
  expect((await list({ filter: { text: 'DONE-2' } })).numbers).toEqual([11, 8, 5, 2])
  expect((await list({ filter: { text: '%' } })).numbers).toEqual([])
  expect((await list({ filter: { action: 'thing.done-0' } })).numbers).toEqual([9, 6, 3, 0])
  expect((await list({ filter: { action: 'thing' } })).numbers).toEqual([])
  const both = { action: 'thing.done-0', actor: 'actor 0' }
  expect(await list({ filter: both, first: 1 })).toMatchObject({ numbers: [6], totalCount: 2 })
  const range = { from: '2026-10-31T00:00:00Z', to: '2026-11-01T00:00:00.001Z' }
  expect((await list({ filter: { range } })).totalCount).toBe(12)
  expect((await list({ filter: { range: { ...range, to: '2026-11-01T00:00:00Z' } } })).numbers).toEqual([])
})

test('what cannot be answered is refused with a sentence', async () => {
  const cursor = (...place: string[]) => Buffer.from(JSON.stringify(place)).toString('base64url')
  for (const variables of [
    { after: 'x' },
    { after: cursor('audit events', '1') },
    { after: cursor('audit events', '-1', '1') },
    { after: cursor('audit events', '99999999999999999', '1') },
    { after: cursor('jobs by TIME DESC', '1', '1') },
    { filter: { text: '\0' } },
    { filter: { action: '\0' } },
    { filter: { actor: '\ud800' } },
    { filter: { range: { from: '2026-11-02T00:00:00Z', to: '2026-11-01T00:00:00Z' } } },
    { filter: { range: {} } },
    { first: 501 },
  ]) {
    await expect(list(variables), JSON.stringify(variables)).rejects.toThrow('BAD_INPUT')
  }
})

test('a line says who did what, to what, from where, before and after', async () => {
  const { organizationId, ids, as } = theirs
  const { sql } = database
  const actor: Actor = { organizationId, userId: ids.owner, keyId: null, name: 'ada@example.com', address: '192.0.2.1' }
  const change = { before: { role: 'viewer' }, after: { role: 'admin' } }
  await recordAudit(sql, actor, { action: 'member.role-changed', subject: 'bob@example.com', ...change })
  await recordAudit(sql, { ...actor, userId: null, keyId: 1, name: 'Key BI' }, { action: 'key.used', subject: 'x' })
  const { auditEvents } = await outcome(
    as('owner'),
    '{ auditEvents { nodes { actor actorKind action subject before after address } } }',
  )
  const who = { actor: 'ada@example.com', actorKind: 'PERSON', address: '192.0.2.1' }
  expect(auditEvents.nodes).toMatchObject([
    { actor: 'Key BI', actorKind: 'KEY', before: null, after: null },
    { ...who, action: 'member.role-changed', subject: 'bob@example.com', ...change },
    { actor: 'actor 0', actorKind: 'SYSTEM', address: null },
  ])
})

test('it is for those who may read it', async () => {
  for (const context of [ours.as('editor'), ours.as('viewer'), ours.asKey('read_jobs', 'read_metrics', 'ingest')]) {
    expect(await outcome(context, LIST)).toContain('FORBIDDEN')
  }
  expect(await outcome(ours.asKey('manage'), LIST)).toHaveProperty('auditEvents')
})

test.each(["update audit_events set subject = 'x'", 'delete from audit_events', 'truncate audit_events'])(
  'the application cannot do: %s',
  async (statement) => {
    await expect(database.sql.unsafe(statement)).rejects.toThrow('permission denied for table audit_events')
    await expect(database.sql.unsafe(statement.replace('audit_events', 'only audit_events'))).rejects.toThrow(
      'permission denied for table audit_events',
    )
  },
)

test('a change that fails leaves no line, and a line that fails no change', async () => {
  const { organizationId, as, ids } = ours
  const before = (await list()).totalCount
  const owner = await database.owner`
    create function refuse() returns trigger language plpgsql as $$ begin raise 'no'; end $$`
  expect(owner).toHaveLength(0)
  await database.owner`create trigger refuse before insert on audit_events for each row execute function refuse()`
  const query = 'mutation ($id: ID!) { changeMemberRole(userId: $id, role: EDITOR) { role } }'
  await outcome(as('owner'), query, { id: ids.viewer }).catch(() => null)
  await database.owner`drop trigger refuse on audit_events`
  const [row] = await database.sql<{ role: string }[]>`
    select role from memberships where organization_id = ${organizationId} and user_id = ${ids.viewer}`
  expect(row!.role).toBe('viewer')
  expect((await list()).totalCount).toBe(before)
})
