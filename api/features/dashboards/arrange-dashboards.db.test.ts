import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing.ts'
import { lastAudits, makeTeam, outcome } from '../members/testing.ts'
import { makeDashboard, testDocument } from './testing.ts'

let database: TestDatabase
let ours: Awaited<ReturnType<typeof makeTeam>>
let count = 0

beforeAll(async () => void (database = await testDatabase()))
afterAll(() => database.drop())
beforeEach(async () => void (ours = await makeTeam(database.sql, `Arrange${++count}`)))

const MOVE = 'mutation ($id: ID!, $folder: String) { moveDashboard(id: $id, folder: $folder) { folder } }'
const RENAME =
  'mutation ($from: String!, $to: String!) { renameDashboardFolder(from: $from, to: $to) { path dashboards } }'
const SHARE =
  'mutation ($id: ID!, $visibility: DashboardVisibility!) { shareDashboard(id: $id, visibility: $visibility) { visibility } }'
const DELETE = 'mutation ($id: ID!) { deleteDashboard(id: $id) }'
const DUPLICATE = 'mutation ($id: ID!) { duplicateDashboard(id: $id) { id title folder visibility isMine document } }'
const IN_FOLDER = 'query ($folder: String!) { dashboards(filter: { folder: $folder }) { nodes { folder } } }'

test('dashboards move between folders, and a folder is renamed with what is within it', async () => {
  const { as, organizationId } = ours
  const id = await makeDashboard(as('editor'), { folder: ' Operations / Night ' })
  await makeDashboard(as('editor'), { folder: 'Operations' })
  await makeDashboard(as('editor'), { folder: 'Operations 2' })
  await makeDashboard(as('admin'), { folder: 'Operations/Own', visibility: 'PRIVATE' })
  const { dashboards } = await outcome(as('viewer'), IN_FOLDER, { folder: 'Operations' })
  expect(dashboards.nodes.map(({ folder }: { folder: string }) => folder).sort()).toEqual([
    'Operations',
    'Operations/Night',
  ])
  const renamed = await outcome(as('editor'), RENAME, { from: 'Operations', to: 'Ops / Main' })
  expect(renamed.renameDashboardFolder).toEqual([
    { path: 'Operations 2', dashboards: 1 },
    { path: 'Ops/Main', dashboards: 1 },
    { path: 'Ops/Main/Night', dashboards: 1 },
  ])
  expect((await lastAudits(database.sql, organizationId, 1))[0]).toContain('dashboard.folder-renamed Ops/Main')
  const { dashboards: own } = await outcome(as('admin'), IN_FOLDER, { folder: 'Operations/Own' })
  expect(own.nodes).toHaveLength(1)
  expect(await outcome(as('editor'), MOVE, { id, folder: 'Elsewhere' })).toEqual({
    moveDashboard: { folder: 'Elsewhere' },
  })
  expect((await lastAudits(database.sql, organizationId, 1))[0]).toContain('dashboard.moved Test')
  expect(await outcome(as('editor'), MOVE, { id })).toEqual({ moveDashboard: { folder: null } })
  for (const folder of ['a//b', '/', 'a/ /b', 'a\0', `${'x'.repeat(101)}`, 'a/'.repeat(260)]) {
    expect(await outcome(as('editor'), MOVE, { id, folder })).toMatch(/^BAD_INPUT: The (name|path) of the folder/)
  }
})

test('only its owner makes a dashboard private', async () => {
  const { as, asKey, organizationId } = ours
  const id = await makeDashboard(as('editor'))
  expect(await outcome(as('owner'), SHARE, { id, visibility: 'PRIVATE' })).toBe(
    `FORBIDDEN: Only the owner can make a dashboard private: ask editor.`,
  )
  expect(await outcome(as('editor'), SHARE, { id, visibility: 'PRIVATE' })).toEqual({
    shareDashboard: { visibility: 'PRIVATE' },
  })
  await outcome(as('editor'), SHARE, { id, visibility: 'ORGANIZATION' })
  expect((await lastAudits(database.sql, organizationId, 1))[0]).toContain('dashboard.shared Test')
  const ofKey = await makeDashboard(asKey('manage'))
  expect(await outcome(as('owner'), SHARE, { id: ofKey, visibility: 'PRIVATE' })).toMatch(/this one has none/)
  expect(await outcome(asKey('manage'), SHARE, { id: ofKey, visibility: 'PRIVATE' })).toMatch(/^FORBIDDEN/)
  const input = { document: testDocument('Lost'), visibility: 'PRIVATE' }
  const create = 'mutation ($input: CreateDashboardInput!) { createDashboard(input: $input) { id } }'
  expect(await outcome(asKey('manage'), create, { input })).toMatch(/^BAD_INPUT: A key owns nothing/)
})

test('a copy belongs to who made it, and a deleted dashboard is gone with all of it', async () => {
  const { as, organizationId } = ours
  const id = await makeDashboard(as('editor'), { folder: 'Night', document: testDocument('x'.repeat(200)) })
  const { duplicateDashboard: copy } = await outcome(as('admin'), DUPLICATE, { id })
  expect(copy).toMatchObject({
    title: `${'x'.repeat(190)} (copy)`,
    folder: 'Night',
    visibility: 'PRIVATE',
    isMine: true,
  })
  expect(await outcome(as('admin'), DELETE, { id })).toEqual({ deleteDashboard: id })
  expect((await lastAudits(database.sql, organizationId, 1))[0]).toContain('dashboard.deleted')
  const rows = await database.sql`
    select dashboard_id from dashboard_versions where organization_id = ${organizationId}
    union all select dashboard_id from dashboard_panels where organization_id = ${organizationId}`
  expect(rows.map((row) => row.dashboardId)).toEqual([copy.id, copy.id])
})
