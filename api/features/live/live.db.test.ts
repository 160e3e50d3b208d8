import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import { permissionsOfScopes } from '../../schema/permissions.ts'
import type { Context } from '../../schema/context.ts'
import { changesInProcess, contextFor, insertJobs, listen, makeOrganization, makePipelines } from '../jobs/testing.ts'

/** Tables and series that stay up to date, from the question to what a subscriber gets. */
let database: TestDatabase
let context: Context
let changes: ReturnType<typeof changesInProcess>
let organizationId: number
let pipelines: number[]
/** How many were run, for whomever. */
let statements: number
/** What the next ones fail with. */
let failure: Error | null

const TABLE = `subscription ($query: MetricQuery!, $since: String) {
  table(query: $query, since: $since) {
    revision from to table { rows complete columns { name } } changed { index cells complete }
  }
}`
const SERIES = `subscription ($query: MetricQuery!, $since: String) {
  series(query: $query, since: $since) {
    revision series { id points { value complete } compare { value } }
    changed { id points { at value complete } compare { at value } }
  }
}`
const range = { from: '2026-11-01T00:00:00Z', to: '2026-11-03T00:00:00Z' }
const daily = { dataset: 'jobs', measures: ['count'], range, every: 'DAY' }
const HOUR_US = 3_600_000_000

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  organizationId = await makeOrganization(database.sql, 'Live')
  pipelines = await makePipelines(database.sql, organizationId, ['a', 'b'])
  changes = changesInProcess()
  statements = 0
  failure = null
  context = contextOf(organizationId)
})

function contextOf(organization: number): Context {
  const made = contextFor(database.sql, organization, changes)
  const { take, running } = made.statementsAtOnce
  const statementsAtOnce = {
    running,
    take(...args: Parameters<typeof take>) {
      statements++
      if (failure) throw failure
      return take(...args)
    },
  }
  return { ...made, statementsAtOnce }
}

/** Records a job so many hours after the beginning of the range. */
async function insert(hour: number, pipelineId = pipelines[0]!) {
  await insertJobs(database.sql, organizationId, [{ pipelineId, atUs: hour * HOUR_US }])
}

function tell(hour: number, organization = organizationId) {
  const at = new Date(Date.UTC(2026, 10, 1, hour))
  changes.publish({ organizationId: organization, dataset: 'jobs', ids: null, from: at, to: at })
}

async function record(hour: number) {
  await insert(hour)
  tell(hour)
}

/** Tables and series by one name: what is told of them. */
async function follow(query: object, { of = context, since = null as string | null, document = TABLE } = {}) {
  const events = await listen(of, document, { query, since })
  return {
    /** Null when nothing comes for a while. */
    async next(patienceMs = 3_000) {
      const event = await Promise.race([events.next(), sleep(patienceMs, null, { ref: false })])
      if (event?.done) throw new Error('It has ended')
      const { data, errors } = event?.value ?? {}
      return errors ? { problem: errors[0]!.message } : (data?.table ?? data?.series ?? null)
    },
    end: () => events.return(),
  }
}

/** Longer than the time between two runs. */
const QUIET_MS = 1_300

describe('a table', () => {
  test('comes whole, then row by row', async () => {
    await record(1)
    const table = await follow(daily)
    const first = await table.next()
    expect(first).toMatchObject({
      table: {
        rows: [
          ['2026-11-01T00:00:00.000Z', 1],
          ['2026-11-02T00:00:00.000Z', 0],
        ],
        complete: [true, true],
      },
      changed: [],
    })
    await record(30)
    const second = await table.next()
    expect(second).toMatchObject({
      ...{ table: null, from: '2026-11-01T00:00:00.000Z', to: '2026-11-03T00:00:00.000Z' },
      changed: [{ index: 1, cells: ['2026-11-02T00:00:00.000Z', 1], complete: true }],
    })
    expect(second.revision).not.toBe(first.revision)
    await table.end()
  })

  test('comes whole again when a row is new', async () => {
    await insert(1)
    const table = await follow({ ...daily, dimensions: ['pipeline'], every: null })
    expect((await table.next()).table.rows).toHaveLength(1)
    await insert(2, pipelines[1]!)
    tell(2)
    expect((await table.next()).table.rows).toHaveLength(2)
    await table.end()
  })

  test('says nothing when it says the same', async () => {
    const table = await follow(daily)
    await table.next()
    tell(5)
    expect(await table.next(QUIET_MS)).toBeNull()
    expect(statements).toBe(2)
    await table.end()
  })

  test('is not counted again for what lies outside its range', async () => {
    const table = await follow(daily)
    await table.next()
    tell(-5)
    tell(48)
    await sleep(QUIET_MS)
    expect(statements).toBe(1)
    await table.end()
  })

  test('is counted once a second at most', async () => {
    const table = await follow(daily)
    await table.next()
    const begun = performance.now()
    for (let i = 0; i < 40; i++) {
      await record(2)
      await sleep(25)
    }
    expect(statements).toBeLessThanOrEqual(2 + (performance.now() - begun) / 1_000)
    let counted = 0
    while (counted < 40) counted = (await table.next()).changed[0].cells[1]
    await table.end()
  })
})

describe('an answer over time', () => {
  test('comes whole, then point by point, those of the compared period too', async () => {
    const query = { ...daily, range: { from: '2026-11-02T00:00:00Z', to: '2026-11-03T00:00:00Z' } }
    const series = await follow({ ...query, compare: 'PREVIOUS_PERIOD' }, { document: SERIES })
    expect((await series.next()).series).toEqual([
      { id: 'count', points: [{ value: 0, complete: true }], compare: [{ value: 0 }] },
    ])
    await record(1)
    const at = '2026-11-02T00:00:00.000Z'
    expect(await series.next()).toMatchObject({
      series: null,
      changed: [{ id: 'count', points: [], compare: [{ at, value: 1 }] }],
    })
    await record(25)
    expect(await series.next()).toMatchObject({
      changed: [{ id: 'count', points: [{ at, value: 1, complete: true }], compare: [] }],
    })
    await series.end()
  })
  test('may be empty', async () => {
    const series = await follow({ ...daily, dimensions: ['pipeline'] }, { document: SERIES })
    expect(await series.next()).toMatchObject({ series: [], changed: [] })
    await record(1)
    expect((await series.next()).series).toHaveLength(1)
    await series.end()
  })
})

describe('those who watch the same', () => {
  test('share one statement, and what they get', async () => {
    const [one, other] = [await follow(daily), await follow({ ...daily, timezone: 'UTC', filters: [] })]
    expect(await one.next()).toEqual(await other.next())
    await record(1)
    expect(await one.next()).toEqual(await other.next())
    expect(statements).toBe(2)
    await Promise.all([one.end(), other.end()])
  })

  test('of another organization, or confined to pipelines, do not', async () => {
    await insert(1)
    await insert(1, pipelines[1]!)
    const elsewhere = contextOf(await makeOrganization(database.sql, 'Other'))
    const confined = contextOf(organizationId)
    confined.viewer.apiKey!.pipelines = ['b']
    const tables = await Promise.all(
      [context, elsewhere, confined].map((of) => follow({ ...daily, every: null }, { of })),
    )
    const answers = await Promise.all(tables.map((table) => table.next()))
    expect(answers.map(({ table }) => table.rows)).toEqual([[[2]], [[0]], [[1]]])
    await insert(2)
    tell(2)
    expect((await tables[0]!.next()).changed[0].cells).toEqual([3])
    expect(await Promise.all([tables[1]!.next(QUIET_MS), tables[2]!.next(QUIET_MS)])).toEqual([null, null])
    await Promise.all(tables.map((table) => table.end()))
  })

  test('go on when the first one goes', async () => {
    const first = new AbortController()
    const one = await follow(daily, { of: { ...context, signal: first.signal } })
    const other = await follow(daily)
    await Promise.all([one.next(), other.next()])
    first.abort()
    await one.end()
    await record(1)
    expect((await other.next()).changed).toHaveLength(1)
    await other.end()
  })

  test('may be slow: they get the newest', async () => {
    const [slow, quick] = [await follow(daily), await follow(daily)]
    await Promise.all([slow.next(), quick.next()])
    for (const hour of [1, 30, 2]) {
      await record(hour)
      await quick.next()
    }
    expect((await slow.next()).changed.map(({ cells }: { cells: unknown[] }) => cells[1])).toEqual([2, 1])
    await Promise.all([slow.end(), quick.end()])
  })
})

describe('after a break', () => {
  test('only what was missed comes', async () => {
    const before = await follow(daily)
    const { revision } = await before.next()
    await before.end()
    const same = await follow(daily, { since: revision })
    expect(await same.next()).toMatchObject({ revision, table: null, changed: [] })
    await same.end()

    await record(30)
    await sleep(QUIET_MS)
    expect(statements).toBe(1)
    const after = await follow(daily, { since: revision })
    expect(await after.next()).toMatchObject({ table: null, changed: [{ index: 1 }] })
    await after.end()
  })
  test('all of it, when the rows are others by now or the revision is not known', async () => {
    const split = { ...daily, dimensions: ['pipeline'], every: null }
    const before = await follow(split)
    const { revision } = await before.next()
    await before.end()
    await record(1)
    for (const since of [revision, 'nonsense', `${revision}0`, revision.replace(/\d+$/, '-1')]) {
      const after = await follow(split, { since })
      expect((await after.next()).table.rows).toHaveLength(1)
      await after.end()
    }
  })
})

describe('a failure', () => {
  test('is told, and it goes on from what was there before', async () => {
    const table = await follow(daily)
    await table.next()
    failure = new Error('away')
    await record(1)
    expect(await table.next()).toEqual({ problem: 'The server could not answer this. It tries again by itself.' })
    failure = null
    tell(1)
    expect(await table.next()).toMatchObject({ table: null, changed: [{ index: 0 }] })
    await table.end()
  })
  test('that ends without a change is told too', async () => {
    const table = await follow(daily)
    await table.next()
    failure = new Error('away')
    tell(1)
    await table.next()
    failure = null
    tell(1)
    expect(await table.next()).toMatchObject({ table: null, changed: [] })
    await table.end()
  })
})

test('what is not kept any more is not counted, however long it is watched', async () => {
  let now = new Date()
  context = { ...context, now: () => now }
  await insert(1)
  const whole = { ...daily, every: null }
  const table = await follow(whole)
  expect(await table.next()).toMatchObject({ from: '2026-11-01T00:00:00.000Z', table: { rows: [[1]] } })
  await database.owner`
    insert into organization_retention (organization_id, jobs_kept_from, rollups_kept_from)
    values (${organizationId}, '2026-11-02', '2026-11-02')`
  now = new Date(now.getTime() + 60_000)
  await record(30)
  expect(await table.next()).toMatchObject({ from: '2026-11-02T00:00:00.000Z' })
  await table.end()
})

test('what cannot be asked is refused at once', async () => {
  await expect(follow({ ...daily, dataset: 'jbos' })).rejects.toThrow('"jbos" is not a dataset')
  await expect(follow({ ...daily, measures: ['cuont'] })).rejects.toThrow('cuont')
  context.viewer.permissions = permissionsOfScopes(['ingest'])
  await expect(follow(daily)).rejects.toThrow('lacks the scope')
  expect(statements).toBe(0)
})
