import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing.ts'
import type { Context } from '../../schema/context.ts'
import { makeTeam, outcome } from '../members/testing.ts'
import { makeDashboard, testDocument, testPanel } from './testing.ts'

let database: TestDatabase
let ours: Awaited<ReturnType<typeof makeTeam>>
let count = 0

beforeAll(async () => void (database = await testDatabase()))
afterAll(() => database.drop())
beforeEach(async () => void (ours = await makeTeam(database.sql, `List${++count}`)))

const LIST = `query ($filter: DashboardFilter, $first: Int, $after: String, $last: Int, $before: String) {
  dashboards(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
    totalCount pageInfo { startCursor endCursor hasNextPage hasPreviousPage }
    nodes { title isFavourite isMine owner canEdit }
  }
}`
const ONE = 'query ($id: ID!) { dashboard(id: $id) { title visibility owner isMine canEdit folder } }'
const FAVOURITE =
  'mutation ($id: ID!, $favourite: Boolean!) { setFavouriteDashboard(id: $id, favourite: $favourite) { isFavourite } }'
const VISIT = 'mutation ($id: ID!) { visitDashboard(id: $id) { visitedAt } }'
const FOLDERS = '{ dashboardFolders { path dashboards } }'
const NOWHERE = 'NOT_FOUND: There is no such dashboard: it may have been deleted, or is private now.'

async function titles(context: Context, filter: Record<string, unknown> = {}): Promise<string[]> {
  const { dashboards } = await outcome(context, LIST, { filter })
  expect(dashboards.totalCount).toBe(dashboards.nodes.length)
  return dashboards.nodes.map(({ title }: { title: string }) => title)
}

const make = (context: Context, title: string, input: Record<string, unknown> = {}) =>
  makeDashboard(context, { document: testDocument(title), ...input })

test('a list is by title, page by page, forward and backward', async () => {
  const { as } = ours
  for (const title of ['delta', 'Alpha', 'charlie', 'Bravo', 'echo']) await make(as('editor'), title)
  expect(await titles(as('viewer'))).toEqual(['Alpha', 'Bravo', 'charlie', 'delta', 'echo'])
  const page = async (variables: Record<string, unknown>) => {
    const { dashboards } = await outcome(as('viewer'), LIST, variables)
    return [dashboards.nodes.map(({ title }: { title: string }) => title), dashboards.pageInfo]
  }
  const [first, { endCursor, hasNextPage }] = await page({ first: 2 })
  expect([first, hasNextPage]).toEqual([['Alpha', 'Bravo'], true])
  const [second, info] = await page({ first: 3, after: endCursor })
  expect([second, info.hasNextPage, info.hasPreviousPage]).toEqual([['charlie', 'delta', 'echo'], false, true])
  expect((await page({ last: 2 }))[0]).toEqual(['delta', 'echo'])
  expect((await page({ last: 2, before: info.startCursor }))[0]).toEqual(['Alpha', 'Bravo'])
  expect(await outcome(as('viewer'), LIST, { after: endCursor, filter: { recent: true } })).toMatch(/^BAD_INPUT/)
})

test('text is looked for in titles, descriptions and titles of panels', async () => {
  const { as } = ours
  await make(as('editor'), 'Nightly ÜBERSICHT')
  await make(as('editor'), 'Second', { document: testDocument('Second', { description: 'of the night' }) })
  await make(as('editor'), 'Third', { document: testDocument('Third', { panels: [testPanel('Night jobs')] }) })
  await make(as('editor'), 'Day')
  expect(await titles(as('viewer'), { text: 'NIGHT' })).toEqual(['Nightly ÜBERSICHT', 'Second', 'Third'])
  expect(await titles(as('viewer'), { text: 'übersicht' })).toEqual(['Nightly ÜBERSICHT'])
  expect(await titles(as('viewer'), { text: '%' })).toEqual([])
})

test('favourites, own and recent ones are those of whoever asks', async () => {
  const { as, asKey } = ours
  const first = await make(as('editor'), 'First')
  const second = await make(as('admin'), 'Second')
  await make(as('admin'), 'Third')
  expect(await outcome(as('viewer'), FAVOURITE, { id: first, favourite: true })).toEqual({
    setFavouriteDashboard: { isFavourite: true },
  })
  await outcome(as('viewer'), FAVOURITE, { id: first, favourite: true })
  await outcome(as('viewer'), VISIT, { id: first })
  await outcome(as('viewer'), VISIT, { id: second })
  expect(await titles(as('viewer'), { favourites: true })).toEqual(['First'])
  expect(await titles(as('viewer'), { recent: true })).toEqual(['Second', 'First'])
  expect(await titles(as('editor'), { favourites: true })).toEqual([])
  expect(await titles(as('editor'), { recent: true })).toEqual([])
  expect(await titles(as('editor'), { mine: true })).toEqual(['First'])
  await outcome(as('viewer'), FAVOURITE, { id: first, favourite: false })
  expect(await titles(as('viewer'), { favourites: true })).toEqual([])
  expect(await titles(asKey('read_metrics'), { mine: true })).toEqual([])
  expect(await outcome(asKey('manage'), VISIT, { id: first })).toMatch(/^FORBIDDEN: Only people/)
  const { dashboards } = await outcome(as('viewer'), LIST, { filter: { recent: true }, first: 1 })
  const next = await outcome(as('viewer'), LIST, { filter: { recent: true }, after: dashboards.pageInfo.endCursor })
  expect(next.dashboards.nodes).toMatchObject([{ title: 'First' }])
})

test('a private dashboard is there for its owner only', async () => {
  const { as, asKey } = ours
  const id = await make(as('editor'), 'Mine', { visibility: 'PRIVATE', folder: 'Secret' })
  expect(await outcome(as('editor'), ONE, { id })).toEqual({
    dashboard: {
      ...{ title: 'Mine', visibility: 'PRIVATE', folder: 'Secret' },
      ...{ owner: 'editor', isMine: true, canEdit: true },
    },
  })
  for (const other of [as('owner'), as('viewer'), asKey('manage'), asKey('read_metrics')]) {
    expect(await outcome(other, ONE, { id })).toEqual({ dashboard: null })
    expect(await titles(other)).toEqual([])
    expect(await outcome(other, FOLDERS)).toEqual({ dashboardFolders: [] })
  }
  const every = [
    ['saveDashboard', '(id: $id, basedOn: 1, document: {}) { __typename }'],
    ['moveDashboard', '(id: $id, folder: "Stolen") { id }'],
    ['shareDashboard', '(id: $id, visibility: ORGANIZATION) { id }'],
    ['deleteDashboard', '(id: $id)'],
    ['duplicateDashboard', '(id: $id) { id }'],
    ['setFavouriteDashboard', '(id: $id, favourite: true) { id }'],
    ['visitDashboard', '(id: $id) { id }'],
    ['discardDashboardDraft', '(id: $id) { id }'],
    ['restoreDashboardVersion', '(id: $id, version: 1) { id }'],
    ['createShareLink', '(id: $id) { token }'],
  ]
  const document = testDocument('Stolen')
  for (const [field, rest] of every.slice(1)) {
    const answer = await outcome(as('owner'), `mutation ($id: ID!) { ${field}${rest} }`, { id })
    expect([field, answer]).toEqual([field, NOWHERE])
  }
  const save =
    'mutation ($id: ID!, $document: JSON!) { saveDashboard(id: $id, basedOn: 1, document: $document) { __typename } }'
  expect(await outcome(as('owner'), save, { id, document })).toBe(NOWHERE)
})

test('who may only look changes nothing, and a confined key sees none', async () => {
  const { as, asKey } = ours
  const id = await make(as('editor'), 'All')
  expect((await outcome(as('viewer'), ONE, { id })).dashboard.canEdit).toBe(false)
  expect(await outcome(as('viewer'), 'mutation ($id: ID!) { deleteDashboard(id: $id) }', { id })).toMatch(
    /^FORBIDDEN: The role viewer may not make, change, share and delete dashboards/,
  )
  expect(await outcome(asKey('read_metrics'), ONE, { id })).toMatchObject({
    dashboard: { title: 'All', canEdit: false },
  })
  expect(await outcome(asKey('read_jobs'), ONE, { id })).toMatch(/^FORBIDDEN/)
  const confined = asKey('manage')
  const viewer = { ...confined.viewer, apiKey: { ...confined.viewer.apiKey!, pipelines: ['orders'] } }
  expect(await outcome({ ...confined, viewer }, ONE, { id })).toMatch(/^FORBIDDEN: This key is confined/)
})

test('ids that are none are not found', async () => {
  for (const id of ['', '1', 'x', '\0', '00000000-0000-0000-0000-00000000000', crypto.randomUUID()]) {
    expect(await outcome(ours.as('owner'), ONE, { id })).toEqual({ dashboard: null })
    expect(await outcome(ours.as('owner'), VISIT, { id })).toBe(NOWHERE)
  }
})

test('who leaves takes the private dashboards along, and the others stay', async () => {
  const { as, ids, organizationId } = ours
  const [own, open] = [await make(as('editor'), 'Own', { visibility: 'PRIVATE' }), await make(as('editor'), 'Open')]
  await outcome(as('editor'), FAVOURITE, { id: own, favourite: true })
  await outcome(as('admin'), FAVOURITE, { id: open, favourite: true })
  await database.sql`delete from memberships where organization_id = ${organizationId} and user_id = ${ids.editor}`
  const rows = await database.sql`select id from dashboards where organization_id = ${organizationId}`
  expect(rows).toEqual([{ id: open }])
  expect(await outcome(as('admin'), ONE, { id: open })).toMatchObject({ dashboard: { owner: null, isMine: false } })
  expect(await titles(as('admin'), { favourites: true })).toEqual(['Open'])
})
