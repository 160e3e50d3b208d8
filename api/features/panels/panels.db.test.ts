import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import { type Context, reachFor } from '../../schema/context.ts'
import { permissionsOfScopes } from '../../schema/permissions.ts'
import { ask, changesInProcess, contextFor, insertJobs, makeOrganization, makePipelines } from '../jobs/testing.ts'
import type { PanelContext } from './panel-context.ts'
import type { PanelDocument, PanelQuery } from './panel-document.ts'
import type { PanelChange, PanelsChange } from './panels-change.ts'
import { watchPanels } from './watch-panels.ts'

let database: TestDatabase
let context: Context
let changes: ReturnType<typeof changesInProcess>
let organizationId: number
let pipeline: number

const range = { from: new Date('2026-11-01T00:00:00Z'), to: new Date('2026-11-03T00:00:00Z') }
const HOUR_US = 3_600_000_000

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  organizationId = await makeOrganization(database.sql, 'Panels')
  pipeline = (await makePipelines(database.sql, organizationId, ['a']))[0]!
  changes = changesInProcess()
  context = contextFor(database.sql, organizationId, changes)
})

function panel(answers: PanelDocument['answers'], query: Partial<PanelQuery> | null = {}): PanelDocument {
  return {
    ...{ id: randomUUID(), kind: 'line', title: 'Test', layout: { x: 0, y: 0, w: 4, h: 4 }, answers, options: {} },
    query: query && { dataset: 'jobs', measures: ['count'], ...query },
  }
}

async function record(hour: number) {
  await insertJobs(database.sql, organizationId, [{ pipelineId: pipeline, atUs: hour * HOUR_US }])
  const at = new Date(Date.UTC(2026, 10, 1, hour))
  changes.publish({ organizationId, dataset: 'jobs', ids: null, from: at, to: at })
}

function watch(panels: PanelDocument[], { panelContext = { range } as PanelContext, since = [] as string[] } = {}) {
  const reach = reachFor('metrics.read', context)
  return watchPanels(context, { reach, panels, panelContext, since })
}

/** The changes until there are so many of them. */
async function take(values: AsyncIterator<PanelsChange>, count: number): Promise<PanelChange[]> {
  const taken: PanelChange[] = []
  while (taken.length < count) taken.push(...(await values.next()).value.changes)
  return taken
}

const revisionsOf = (told: PanelChange[]) =>
  told.flatMap(({ table, series }) => table?.revision ?? series?.revision ?? [])

describe('watching', () => {
  test('all forms of all panels, each first whole; what changes together comes together', async () => {
    const panels = [panel(['SERIES', 'TOTAL']), panel(['ROWS'], { every: 'DAY' })]
    const values = watch(panels)
    const first = await take(values, 3)
    const byForm = Object.fromEntries(first.map((change) => [change.form, change]))
    expect(byForm['TOTAL']).toMatchObject({ panel: panels[0]!.id, every: null, table: { table: { rows: [[0]] } } })
    expect(byForm['SERIES']).toMatchObject({ every: 'HOUR', series: { series: [{ id: 'count' }] } })
    expect(byForm['ROWS']).toMatchObject({ panel: panels[1]!.id, every: 'DAY', problem: null, unfiltered: [] })

    await record(30)
    const { value } = await values.next()
    expect(value.changes.map(({ form }: PanelChange) => form).sort()).toEqual(['ROWS', 'SERIES', 'TOTAL'])
    const rows = value.changes.find(({ form }: PanelChange) => form === 'ROWS')
    expect(rows.table).toMatchObject({ table: null, changed: [{ index: 1 }] })
    await values.return!()
  })

  test('those who watch the same get the same object', async () => {
    const panels = [panel(['TOTAL']), panel(['SERIES'])]
    const [one, other] = [watch(panels), watch(panels)]
    await Promise.all([take(one, 2), take(other, 2)])
    await record(1)
    expect((await one.next()).value).toBe((await other.next()).value)
    await Promise.all([one.return!(), other.return!()])
  })

  test('a panel that cannot be answered says so in its place', async () => {
    const broken = [
      panel(['ROWS'], { dataset: 'costs' }),
      panel(['ROWS'], { measures: ['revenue'] }),
      panel(['TOTAL'], null),
    ]
    const values = watch([...broken, panel(['TOTAL'])])
    const told = await take(values, 4)
    const problems = broken.map(({ id }) => told.find((change) => change.panel === id)!.problem)
    expect(problems[0]).toContain('"costs" is not a dataset')
    expect(problems[1]).toContain('"revenue"')
    expect(problems[2]).toContain('has no question')
    expect(told.find(({ table }) => table)).toMatchObject({ form: 'TOTAL', problem: null })
    await record(1)
    expect((await values.next()).value.changes).toHaveLength(1)
    await values.return!()
  })

  test('after a break only what was missed', async () => {
    const panels = [panel(['TOTAL']), panel(['ROWS'], { every: 'DAY' })]
    const before = watch(panels)
    const since = revisionsOf(await take(before, 2))
    await before.return!()
    await record(30)
    await sleep(1_100)
    const after = watch(panels, { since })
    const told = await take(after, 2)
    expect(told.map(({ table }) => [table!.table, table!.changed.length])).toEqual([
      [null, 1],
      [null, 1],
    ])
    await after.return!()
  })

  test('one that nobody reads any more is not answered', async () => {
    const values = watch([panel(['TOTAL'])])
    const waiting = values.next()
    await waiting
    await values.return!()
    expect(await values.next()).toEqual({ value: undefined, done: true })
  })
})

describe('panelPreview', () => {
  const preview = async (of: unknown, panelContext: unknown = { range: { last: 'P30D' } }) => {
    const query = `query ($panel: JSON!, $context: PanelContext) {
      panelPreview(panel: $panel, context: $context) {
        changes { panel form every problem unfiltered table { revision table { rows } } series { series { points { value } } } }
      }
    }`
    const { data, errors } = await ask(context, query, { panel: of, context: panelContext })
    return errors?.[0]?.message ?? data.panelPreview.changes
  }
  test('has every form', async () => {
    await record(1)
    const asked = panel(['TOTAL', 'SERIES'])
    expect(await preview(asked)).toMatchObject([
      { panel: asked.id, form: 'TOTAL', every: null, table: { revision: '', table: { rows: [[1]] } }, series: null },
      { form: 'SERIES', every: 'DAY', table: null, series: { series: [{ points: expect.any(Array) }] } },
    ])
  })
  test('says what is wrong: with the panel, in its place, and with the JSON, where', async () => {
    expect(await preview(panel(['ROWS'], { dataset: 'costs' }))).toMatchObject([
      { problem: expect.stringContaining('costs') },
    ])
    expect(await preview({ ...panel(['ROWS']), layout: { x: 0, y: 0, w: 99, h: 1 } })).toContain('"layout.w"')
    expect(await preview('nonsense')).toContain('The panel cannot be read. It:')
  })
  test('says by what it is not filtered', async () => {
    const filters = [{ dimension: 'status', values: ['FAILED'] }]
    expect(
      await preview(panel(['TOTAL'], { dataset: 'pipelines' }), { range: { last: 'P30D' }, filters }),
    ).toMatchObject([{ unfiltered: ['status'], problem: null }])
  })
  test('needs the permission', async () => {
    context.viewer.permissions = permissionsOfScopes(['ingest'])
    expect(await preview(panel(['ROWS']))).toContain('lacks the scope')
  })
})
