import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing.ts'
import type { Context } from '../../schema/context.ts'
import { changesInProcess, listen } from '../jobs/testing.ts'
import { makeTeam, outcome } from '../members/testing.ts'
import { insertJobs, testJob } from '../metrics/testing.ts'
import { makeDashboard, testDocument, testPanel } from './testing.ts'

const AT = new Date('2026-11-02T10:00:00Z')
const RANGE = { from: '2026-11-01T00:00:00Z', to: '2026-11-04T00:00:00Z' }
const PANELS = `subscription ($ids: [ID!]!, $draftOf: ID, $context: PanelContext) {
  panels(ids: $ids, draftOf: $draftOf, context: $context) {
    changes { panel form problem unfiltered table { from to table { rows } changed { cells } } }
  }
}`
const CHANGED = 'subscription ($id: ID!) { dashboardChanged(id: $id) { title version document } }'
const SAVE = `mutation ($id: ID!, $basedOn: Int!, $document: JSON!) {
  saveDashboard(id: $id, basedOn: $basedOn, document: $document) { __typename }
}`
const DRAFT = `mutation ($id: ID!, $document: JSON!) {
  saveDashboardDraft(id: $id, basedOn: 1, document: $document) { version }
}`
const NO_PANEL = 'There is no such panel: its dashboard was changed or deleted, or is private now. Load it again.'

let database: TestDatabase
let team: Awaited<ReturnType<typeof makeTeam>>
let changes: ReturnType<typeof changesInProcess>
let count = 0

beforeAll(async () => void (database = await testDatabase()))
afterAll(() => database.drop())
beforeEach(async () => {
  team = await makeTeam(database.sql, `Panels${++count}`)
  changes = changesInProcess()
  const at = (pipeline: string, region: string) => testJob({ at: AT, pipeline, labels: { region } })
  await insertJobs(database.sql, team.organizationId, [at('etl', 'eu'), at('etl', 'us'), at('mail', 'us')])
})

type Role = 'owner' | 'admin' | 'editor' | 'viewer'
const as = (role: Role): Context => ({ ...team.as(role), changes })

/** Somebody who came by a link to a dashboard. */
function visitor(dashboardId: string): Context {
  const context = team.asKey()
  const viewer = { ...context.viewer, apiKey: null, shareLink: { id: 1, dashboardId } }
  return { ...context, changes, viewer }
}

const table = (part: object = {}) => ({
  ...testPanel('Jobs'),
  query: { dataset: 'jobs', measures: ['count'] },
  answers: ['TOTAL' as const],
  ...part,
})

async function follow(context: Context, document: string, variables: Record<string, unknown>) {
  const events = await listen(context, document, variables)
  let waiting: ReturnType<typeof events.next> | null = null
  return {
    /** What is told next; null when nothing comes, and 'ended' at its end. */
    async next(patienceMs = 3_000) {
      waiting ??= events.next()
      const event = await Promise.race([waiting, sleep(patienceMs, null, { ref: false })])
      if (!event) return null
      waiting = null
      if (event.done) return 'ended'
      const { data, errors } = event.value
      if (errors) return errors[0]!.message
      return data.panels ? data.panels.changes : data.dashboardChanged
    },
    end: () => events.return(),
  }
}

const refusal = (context: Context, variables: Record<string, unknown>) =>
  follow(context, PANELS, variables).then(
    () => 'answered',
    (error: Error) => error.message,
  )

test('panels are answered for the range that is stored, or the one that was chosen, and filtered', async () => {
  const panels = [table(), table({ query: { dataset: 'pipelines', measures: ['count'] } })]
  await makeDashboard(as('editor'), { document: testDocument('A', { range: RANGE, panels }) })
  const [jobs, pipelines] = panels.map(({ id }) => id)
  const all = await follow(as('viewer'), PANELS, { ids: [jobs] })
  expect(await all.next()).toEqual([
    {
      ...{ panel: jobs, form: 'TOTAL', problem: null, unfiltered: [] },
      table: { from: '2026-11-01T00:00:00.000Z', to: '2026-11-04T00:00:00.000Z', table: { rows: [[3]] }, changed: [] },
    },
  ])
  await all.end()
  const filters = [{ dimension: 'label.region', values: ['us'] }]
  const some = await follow(as('viewer'), PANELS, { ids: [jobs, pipelines], context: { filters } })
  const told = [...(await some.next()), ...((await some.next(500)) ?? [])]
  expect(told.find(({ panel }) => panel === jobs)).toMatchObject({ table: { table: { rows: [[2]] } }, unfiltered: [] })
  expect(told.find(({ panel }) => panel === pipelines)).toMatchObject({ unfiltered: ['label.region'] })
  await some.end()
  const context = { range: { from: '2026-10-01T00:00:00Z', to: '2026-10-02T00:00:00Z' } }
  const earlier = await follow(as('viewer'), PANELS, { ids: [jobs], context })
  expect(await earlier.next()).toMatchObject([{ table: { table: { rows: [[0]] } } }])
  await earlier.end()
})

test('a panel whose measure does not exist says so in its place', async () => {
  const panels = [table(), table({ query: { dataset: 'jobs', measures: ['bananas'] } })]
  await makeDashboard(as('editor'), { document: testDocument('A', { range: RANGE, panels }) })
  const both = await follow(as('viewer'), PANELS, { ids: panels.map(({ id }) => id) })
  const told = [...(await both.next()), ...((await both.next(500)) ?? [])]
  expect(told.find(({ panel }) => panel === panels[0]!.id)).toMatchObject({ problem: null })
  expect(told.find(({ panel }) => panel === panels[1]!.id)!.problem).toMatch(/bananas/)
  await both.end()
})

test('it goes on while the questions stay, and ends with another one, without the panel, and with the dashboard', async () => {
  const [first, second] = [table(), table({ title: 'Second' })]
  const document = testDocument('A', { range: RANGE, panels: [first, second] })
  const id = await makeDashboard(as('editor'), { document })
  const both = await follow(as('viewer'), PANELS, { ids: [first.id, second.id] })
  const one = await follow(as('viewer'), PANELS, { ids: [first.id] })
  await both.next()
  await one.next()
  await outcome(as('editor'), SAVE, {
    id,
    basedOn: 1,
    document: { ...document, panels: [first, { ...second, title: 'B' }] },
  })
  expect(await both.next(300)).toBeNull()
  const asked = { ...second, query: { dataset: 'jobs', measures: ['failed'] } }
  await outcome(as('editor'), SAVE, { id, basedOn: 2, document: { ...document, panels: [first, asked] } })
  expect(await both.next()).toBe('ended')
  await outcome(as('editor'), SAVE, { id, basedOn: 3, document: { ...document, panels: [] } })
  expect(await one.next()).toBe('ended')
  expect(await refusal(as('viewer'), { ids: [first.id] })).toBe(NO_PANEL)
})

test('panels of private dashboards are there for the owner only, and drafts for their person', async () => {
  const panel = table()
  const document = testDocument('A', { range: RANGE, panels: [panel] })
  const id = await makeDashboard(as('editor'), { document, visibility: 'PRIVATE' })
  for (const other of [as('owner'), team.asKey('read_metrics')])
    expect(await refusal(other, { ids: [panel.id] })).toBe(NO_PANEL)
  const draft = table()
  await outcome(as('editor'), DRAFT, { id, document: { ...document, panels: [draft] } })
  const own = await follow(as('editor'), PANELS, { ids: [draft.id], draftOf: id })
  expect(await own.next()).toMatchObject([{ panel: draft.id, table: { table: { rows: [[3]] } } }])
  await own.end()
  expect(await refusal(as('editor'), { ids: [draft.id] })).toBe(NO_PANEL)
  expect(await refusal(as('admin'), { ids: [draft.id], draftOf: id })).toMatch(/no such dashboard/)
  const open = await makeDashboard(as('editor'), { document })
  expect(await refusal(as('admin'), { ids: [draft.id], draftOf: open })).toMatch(/^You have no draft/)
})

test('who came by a link sees the panels of its dashboard, filtered by its variables only', async () => {
  const [panel, other] = [table(), table()]
  const variables = [
    { name: 'region', title: 'Region', dimension: 'label.region', dataset: 'jobs', values: [], multiple: true },
  ]
  const id = await makeDashboard(as('editor'), {
    document: testDocument('A', { range: RANGE, variables, panels: [panel] }),
  })
  await makeDashboard(as('editor'), { document: testDocument('B', { range: RANGE, panels: [other] }) })
  const filters = [{ dimension: 'label.region', values: ['eu'] }]
  const seen = await follow(visitor(id), PANELS, { ids: [panel.id], context: { filters } })
  expect(await seen.next()).toMatchObject([{ table: { table: { rows: [[1]] } } }])
  const forbidden = [{ any: [...filters, { dimension: 'pipeline', values: ['etl'] }] }]
  expect(await refusal(visitor(id), { ids: [panel.id], context: { filters: forbidden } })).toBe(
    'Who came by a share link filters by the variables of the dashboard only: "label.region". "pipeline" is none.',
  )
  expect(await refusal(visitor(id), { ids: [other.id] })).toBe(NO_PANEL)
  expect(await refusal(visitor(id), { ids: [panel.id], draftOf: id })).toMatch(/has no drafts/)
  await outcome(as('editor'), SAVE, { id, basedOn: 1, document: testDocument('A', { range: RANGE }) })
  expect(await seen.next()).toBe('ended')
})

test('panels of several dashboards, and too many, are refused', async () => {
  const [one, two] = [table(), table()]
  for (const panel of [one, two]) {
    await makeDashboard(as('editor'), { document: testDocument('A', { panels: [panel] }) })
  }
  expect(await refusal(as('viewer'), { ids: [one.id, two.id] })).toMatch(/^The panels belong to several dashboards/)
  expect(await refusal(as('viewer'), { ids: Array.from({ length: 101 }, () => one.id) })).toMatch(
    /more than 100 panels/,
  )
  for (const id of ['x', '', crypto.randomUUID()]) expect(await refusal(as('viewer'), { ids: [id] })).toBe(NO_PANEL)
})

test('who watches a dashboard is told of saves, and that it is gone', async () => {
  const id = await makeDashboard(as('editor'))
  const [mine, theirs] = [await follow(as('editor'), CHANGED, { id }), await follow(as('viewer'), CHANGED, { id })]
  await outcome(as('editor'), SAVE, { id, basedOn: 1, document: testDocument('Two', { panels: [] }) })
  for (const one of [mine, theirs]) {
    expect(await one.next()).toMatchObject({ title: 'Two', version: 2, document: { title: 'Two' } })
  }
  const share = 'mutation ($id: ID!) { shareDashboard(id: $id, visibility: PRIVATE) { visibility } }'
  await outcome(as('editor'), share, { id })
  expect(await mine.next()).toMatchObject({ title: 'Two' })
  expect(await theirs.next()).toMatch(/^There is no such dashboard/)
  await outcome(as('editor'), 'mutation ($id: ID!) { deleteDashboard(id: $id) }', { id })
  expect(await mine.next()).toMatch(/^There is no such dashboard/)
  await expect(follow(as('viewer'), CHANGED, { id })).rejects.toThrow(/no such dashboard/)
})
