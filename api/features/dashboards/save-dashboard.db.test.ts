import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing.ts'
import { lastAudits, makeTeam, outcome } from '../members/testing.ts'
import { makeDashboard, testDocument, testPanel } from './testing.ts'

let database: TestDatabase
let ours: Awaited<ReturnType<typeof makeTeam>>
let count = 0

beforeAll(async () => void (database = await testDatabase()))
afterAll(() => database.drop())
beforeEach(async () => void (ours = await makeTeam(database.sql, `Save${++count}`)))

const SAVE = `mutation ($id: ID!, $basedOn: Int!, $document: JSON!, $comment: String) {
  saveDashboard(id: $id, basedOn: $basedOn, document: $document, comment: $comment) {
    __typename
    ... on Dashboard { title version document draft { basedOn } }
    ... on DashboardConflict { message lastVersion { number savedBy comment document } }
  }
}`
const HISTORY = `query ($id: ID!, $first: Int, $before: Int) {
  dashboard(id: $id) { title version versions(first: $first, before: $before) { number savedBy comment document } }
}`
const RESTORE =
  'mutation ($id: ID!, $version: Int!) { restoreDashboardVersion(id: $id, version: $version) { version title document } }'
const DRAFT = `mutation ($id: ID!, $basedOn: Int!, $document: JSON!) {
  saveDashboardDraft(id: $id, basedOn: $basedOn, document: $document) { version draft { basedOn document } }
}`
const DISCARD = 'mutation ($id: ID!) { discardDashboardDraft(id: $id) { draft { basedOn } } }'
const DOCUMENT = 'query ($id: ID!) { dashboard(id: $id) { document draft { document } } }'
const IMPORT = 'mutation ($document: JSON!) { importDashboard(document: $document) { id visibility isMine document } }'

const documentOf = async (id: string) => (await outcome(ours.as('editor'), DOCUMENT, { id })).dashboard.document

test('every save is a version, with who saved it and why', async () => {
  const { as, organizationId } = ours
  const id = await makeDashboard(as('editor'), { document: testDocument('One') })
  const document = testDocument('Two', { description: 'Second' })
  const saved = await outcome(as('admin'), SAVE, { id, basedOn: 1, document, comment: ' Better ' })
  expect(saved.saveDashboard).toEqual({ __typename: 'Dashboard', title: 'Two', version: 2, document, draft: null })
  const { dashboard } = await outcome(as('viewer'), HISTORY, { id })
  expect(dashboard).toMatchObject({
    ...{ title: 'Two', version: 2 },
    versions: [
      { number: 2, savedBy: 'admin@' + ours.domain, comment: 'Better', document },
      { number: 1, savedBy: 'editor@' + ours.domain, comment: null, document: { title: 'One' } },
    ],
  })
  const { dashboard: page } = await outcome(as('viewer'), HISTORY, { id, first: 1, before: 2 })
  expect(page.versions.map(({ number }: { number: number }) => number)).toEqual([1])
  expect((await lastAudits(database.sql, organizationId, 1))[0]).toContain('dashboard.saved Two')
})

test('who saves over somebody else is told who, and nothing is changed', async () => {
  const { as } = ours
  const id = await makeDashboard(as('editor'))
  const theirs = testDocument('Theirs')
  await outcome(as('admin'), SAVE, { id, basedOn: 1, document: theirs, comment: 'Mine first' })
  const conflict = await outcome(as('editor'), SAVE, { id, basedOn: 1, document: testDocument('Ours') })
  expect(conflict.saveDashboard).toEqual({
    __typename: 'DashboardConflict',
    message: `admin@${ours.domain} has saved version 2 since: look at what is different, and save again.`,
    lastVersion: { number: 2, savedBy: 'admin@' + ours.domain, comment: 'Mine first', document: theirs },
  })
  expect(await documentOf(id)).toEqual(theirs)
  const again = await outcome(as('editor'), SAVE, { id, basedOn: 2, document: testDocument('Ours') })
  expect(again.saveDashboard).toMatchObject({ title: 'Ours', version: 3 })
  expect(await outcome(as('editor'), SAVE, { id, basedOn: 9, document: theirs })).toBe(
    'NOT_FOUND: The dashboard has no version 9.',
  )
})

test('of two who save at once, one is told', async () => {
  const { as } = ours
  const id = await makeDashboard(as('editor'))
  const results = await Promise.all(
    (['editor', 'admin', 'owner'] as const).map((role) =>
      outcome(as(role), SAVE, { id, basedOn: 1, document: testDocument(role) }),
    ),
  )
  const names = results.map(({ saveDashboard }) => saveDashboard.__typename).sort()
  expect(names).toEqual(['Dashboard', 'DashboardConflict', 'DashboardConflict'])
})

test('an earlier version is restored as a new one', async () => {
  const { as, organizationId } = ours
  const first = testDocument('One')
  const id = await makeDashboard(as('editor'), { document: first })
  await outcome(as('editor'), SAVE, { id, basedOn: 1, document: testDocument('Two') })
  const { restoreDashboardVersion } = await outcome(as('admin'), RESTORE, { id, version: 1 })
  expect(restoreDashboardVersion).toEqual({ version: 3, title: 'One', document: first })
  const { dashboard } = await outcome(as('viewer'), HISTORY, { id })
  expect(dashboard.versions[0]).toMatchObject({ number: 3, comment: 'Version 1 again' })
  expect((await lastAudits(database.sql, organizationId, 1))[0]).toContain('dashboard.restored One')
  expect(await outcome(as('admin'), RESTORE, { id, version: 3 })).toBe(
    'BAD_INPUT: Version 3 is the current one already.',
  )
  expect(await outcome(as('admin'), RESTORE, { id, version: 7 })).toBe('NOT_FOUND: The dashboard has no version 7.')
})

test('a draft is seen by its person only, and ends with a save', async () => {
  const { as, asKey } = ours
  const id = await makeDashboard(as('editor'))
  const document = testDocument('Draft')
  const { saveDashboardDraft } = await outcome(as('editor'), DRAFT, { id, basedOn: 1, document })
  expect(saveDashboardDraft).toEqual({ version: 1, draft: { basedOn: 1, document } })
  expect((await outcome(as('admin'), DOCUMENT, { id })).dashboard.draft).toBeNull()
  expect((await outcome(asKey('manage'), DOCUMENT, { id })).dashboard.draft).toBeNull()
  await outcome(as('admin'), SAVE, { id, basedOn: 1, document: testDocument('Other') })
  expect((await outcome(as('editor'), DOCUMENT, { id })).dashboard.draft).toEqual({ document })
  const { saveDashboard } = await outcome(as('editor'), SAVE, { id, basedOn: 2, document })
  expect(saveDashboard.draft).toBeNull()
  await outcome(as('editor'), DRAFT, { id, basedOn: 2, document })
  expect(await outcome(as('editor'), DISCARD, { id })).toEqual({ discardDashboardDraft: { draft: null } })
  expect(await outcome(as('editor'), DRAFT, { id, basedOn: 4, document })).toBe(
    'BAD_INPUT: "basedOn" is 4: there are the versions 1 to 3.',
  )
  expect(await outcome(asKey('manage'), DRAFT, { id, basedOn: 3, document })).toMatch(/^FORBIDDEN: Only people/)
})

test('a panel keeps its id, unless another dashboard has it', async () => {
  const { as } = ours
  const [shared, own] = [testPanel('Shared'), testPanel('Own')]
  const first = await makeDashboard(as('editor'), { document: testDocument('One', { panels: [shared] }) })
  const sent = testDocument('Two', { panels: [own, shared] })
  const second = await makeDashboard(as('editor'), { document: sent })
  const { panels } = await documentOf(second)
  expect(panels).toEqual([own, { ...shared, id: expect.not.stringContaining(shared.id) }])
  const saved = await outcome(as('editor'), SAVE, { id: second, basedOn: 1, document: { ...sent, panels } })
  expect(saved.saveDashboard.document.panels).toEqual(panels)
  expect((await documentOf(first)).panels).toEqual([shared])
  const rows = await database.sql`
    select id, dashboard_id from dashboard_panels where organization_id = ${ours.organizationId}`
  expect(rows).toHaveLength(3)
})

test('what is exported is imported as it was, also where it came from, and compares line by line', async () => {
  const { as, asKey, organizationId } = ours
  const id = await makeDashboard(as('editor'), { document: testDocument('Export', { timezone: 'Europe/Berlin' }) })
  const exported = await documentOf(id)
  const { importDashboard } = await outcome(as('editor'), IMPORT, { document: exported })
  expect(importDashboard).toMatchObject({ visibility: 'PRIVATE', isMine: true })
  const [panel] = importDashboard.document.panels
  expect(importDashboard.document).toEqual({ ...exported, panels: [{ ...exported.panels[0], id: panel.id }] })
  expect(panel.id).not.toBe(exported.panels[0].id)
  expect((await lastAudits(database.sql, organizationId, 1))[0]).toContain('dashboard.imported Export')
  const elsewhere = await makeTeam(database.sql, `Elsewhere${count}`)
  const there = await outcome(elsewhere.asKey('manage'), IMPORT, { document: exported })
  expect(there.importDashboard).toMatchObject({ visibility: 'ORGANIZATION', isMine: false })
  expect(JSON.stringify(there.importDashboard.document)).toBe(JSON.stringify(exported))
  expect(await outcome(asKey('manage'), IMPORT, { document: { ...exported, panels: 5 } })).toBe(
    'BAD_INPUT: This is no dashboard that can be kept:\npanels: must be a list, and is 5',
  )
})
