import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing.ts'
import { refreshRollups } from '../../rollups/index.ts'
import { JOB_STATUSES } from '../../ingest/job-event.ts'
import { askSeries, askTable } from './ask.ts'
import type { Cell } from './cell.ts'
import type { MetricQuery } from './metric-query.ts'
import { OTHER } from './shape-table.ts'
import { insertJobs, reachOf, testJob, testOrganization } from './testing.ts'

/** Derived measures, and keys put together, against what is calculated here from plain answers. */
const now = new Date('2026-11-20T12:00:00Z')
const DAY = 86_400_000
const regions = ['eu', 'us', 'asia', '', undefined]
const jobs = Array.from({ length: 400 }, (_, i) => {
  const region = regions[(i * i) % 5]
  return testJob({
    at: new Date(now.getTime() - ((i * 7919) % 20_000) * 60_000 - 60_000),
    pipeline: ['etl', 'mail', 'sync', 'report'][(i * 3 + (i % 7)) % 4]!,
    status: JOB_STATUSES[(i * 5) % 6]!,
    durationMs: i % 4 === 0 ? null : (i * 37) % 900,
    ...(i % 3 === 0 ? {} : { cost: (i % 11) / 4, currency: i % 10 === 0 ? 'USD' : 'EUR' }),
    labels: region === undefined ? {} : { region },
    metrics: { balance: (i % 9) - 4 },
  })
})

let database: TestDatabase
let mine: number
beforeAll(async () => {
  database = await testDatabase()
  mine = await testOrganization(database.sql, 'Mine')
  await insertJobs(database.sql, mine, jobs.slice(50))
  await refreshRollups(database.sql, { quietSince: null, organizationId: mine })
  await insertJobs(database.sql, mine, jobs.slice(0, 50))
})
afterAll(() => database.drop())

const plain = { dataset: 'jobs', measures: ['count'], range: { last: 'P14D' }, limit: 50_000 }
function ask(query: Partial<MetricQuery>) {
  return askTable(database, reachOf(mine), { ...plain, ...query }, now)
}

type Row = Record<string, Cell>
/** Rows as objects, so that columns have names. */
async function rowsOf(query: Partial<MetricQuery>): Promise<Row[]> {
  const { columns, rows } = await ask(query)
  return rows.map((row) => Object.fromEntries(columns.map(({ name }, i) => [name, row[i]!])))
}

const over = (part: Cell, whole: Cell) => (part === null || !whole ? null : Number(part) / Number(whole))
const close = (expected: number | null) => (expected === null ? null : expect.closeTo(expected, 9))

const question = fc.record({
  every: fc.constantFrom('DAY' as const, 'WEEK' as const),
  dimensions: fc.subarray(['pipeline', 'status', 'label.region']),
  compare: fc.constantFrom('PREVIOUS_PERIOD' as const, null),
  range: fc.constantFrom({ last: 'P7D' }, { last: 'P14D' }, { current: 'MONTH' as const }),
})

test('share, running total, change and ratio are what plain answers make of them', async () => {
  const measures = ['count', 'failed', 'duration_sum', 'cost']
  const derived = ['count.share', 'duration_sum.share', 'cost.share', 'count.running', 'failed.per.count']
  const property = fc.asyncProperty(question, async (asked) => {
    const change = asked.compare ? ['count.change', 'duration_avg.change'] : []
    const rows = await rowsOf({ ...asked, measures: [...measures, 'duration_avg', ...derived, ...change] })
    const wholes = new Map((await rowsOf({ ...asked, dimensions: [], measures })).map((row) => [row['time'], row]))
    for (const suffix of asked.compare ? ['', '_compare'] : ['']) {
      const sums = new Map<string, number>()
      for (const row of rows.toSorted((a, b) => String(a['time']).localeCompare(String(b['time'])))) {
        const value = (name: string) => row[`${name}${suffix}`]!
        for (const name of ['count', 'duration_sum', 'cost']) {
          expect(value(`${name}.share`)).toEqual(
            close(over(value(name), wholes.get(row['time']!)![`${name}${suffix}`]!)),
          )
        }
        expect(value('failed.per.count')).toEqual(close(over(value('failed'), value('count'))))
        const key = JSON.stringify(asked.dimensions.map((name) => row[name]))
        sums.set(key, (sums.get(key) ?? 0) + Number(value('count')))
        expect(value('count.running')).toBe(value('count') === null ? null : sums.get(key))
      }
    }
    if (!asked.compare) return
    for (const row of rows) {
      for (const name of ['count', 'duration_avg']) {
        const [value, before] = [row[name]!, row[`${name}_compare`]!]
        const difference = value === null || before === null ? null : Number(value) - Number(before)
        expect(row[`${name}.change`]).toEqual(close(over(difference, before)))
      }
    }
  })
  await fc.assert(property, { numRuns: 25, seed: 20261129 })
})

test('a series has the same derived values, ordered by them', async () => {
  const query = { ...plain, dimensions: ['pipeline'], every: 'DAY' as const, compare: 'PREVIOUS_PERIOD' as const }
  for (const name of ['count.share', 'count.running', 'count.change', 'failed.per.count']) {
    const orderBy = [{ by: name }]
    const series = await askSeries(database, reachOf(mine), { ...query, measures: [name], orderBy, limit: 3 }, now)
    expect(series).toHaveLength(3)
    expect(series[0]).toMatchObject({ keyCount: 4, truncated: true })
    const rows = await rowsOf({ ...query, measures: [name] })
    for (const { key, points, compare } of series) {
      const own = rows.filter((row) => row['pipeline'] === key[0]!.value)
      expect(points.map(({ value }) => value)).toEqual(own.map((row) => row[name]))
      expect(compare?.map(({ value }) => value)).toEqual(
        name === 'count.change' ? undefined : own.map((row) => row[`${name}_compare`]),
      )
    }
    // The order is that of the totals, which a table without buckets has.
    const total = name === 'count.running' ? 'count' : name
    const ranked = await rowsOf({ ...query, every: null, measures: [total], orderBy: [{ by: total }], limit: 3 })
    expect(series.map(({ key }) => key[0]!.value)).toEqual(ranked.map((row) => row['pipeline']))
  }
})

const MEASURES = [
  'count',
  'failure_rate',
  'duration_p95',
  'duration_avg',
  'cost',
  'pipelines',
  'throughput',
  'count.share',
]

test('the other keys together are what a filter on all of them counts', async () => {
  const property = fc.asyncProperty(question, fc.integer({ min: 1, max: 3 }), async (asked, limit) => {
    const dimension = asked.dimensions[0] ?? 'pipeline'
    const query = { ...asked, dimensions: [dimension], measures: MEASURES, limit, others: true }
    const table = await ask(query)
    const ranked = await askSeries(database, reachOf(mine), { ...plain, ...query, others: false, limit }, now)
    const top = [...new Set(ranked.map(({ key }) => key[0]!.value))]
    const all = await ask({ ...query, others: false, limit: 50_000 })
    expect(table.truncated).toBe(false)
    const isOther = (row: Cell[]) => row[1] === OTHER
    // Top keys stand for themselves.
    expect(table.rows.filter((row) => !isOther(row))).toEqual(all.rows.filter((row) => top.includes(row[1] as string)))
    const rest = await ask({
      ...query,
      dimensions: [],
      others: false,
      limit: 50_000,
      filters: notAmong(dimension, top),
    })
    const others = table.rows.filter(isOther).map((row) => row.filter((_, i) => i !== 1))
    // Without dimensions a share is always 1: it is compared above.
    const withoutShare = (row: Cell[]) =>
      row.filter((_, i) => !table.columns.toSpliced(1, 1)[i]!.name.startsWith('count.share'))
    const keys = new Set(all.rows.map((row) => row[1]))
    expect(others.map(withoutShare)).toEqual(keys.size > top.length ? rest.rows.map(withoutShare) : [])

    const series = await askSeries(database, reachOf(mine), { ...plain, ...query }, now)
    const otherSeries = series.filter(({ isOther }) => isOther)
    expect(series.length).toBe((Math.min(keys.size, limit) + (keys.size > limit ? 1 : 0)) * MEASURES.length)
    otherSeries.forEach(({ points, key, truncated }, i) => {
      expect(points.map(({ value }) => value)).toEqual(others.map((row) => row[1 + i]))
      expect([key[0]!.value, truncated]).toEqual([null, false])
    })
  })
  await fc.assert(property, { numRuns: 25, seed: 20261130 })
})

function notAmong(dimension: string, values: readonly (string | null)[]) {
  const known = values.filter((value) => value !== null)
  const filters = known.length > 0 ? [{ dimension, op: 'NOT_IN' as const, values: known }] : []
  // A missing value that stands for itself is not among the others; an empty text is another value than none.
  const present = {
    any: [
      { dimension, op: 'IS_NOT_EMPTY' as const },
      { dimension, op: 'IS' as const, values: [''] },
    ],
  }
  return values.includes(null)
    ? [...filters, dimension === 'status' ? { dimension, op: 'IS_NOT_EMPTY' as const } : present]
    : filters
}

test('of several dimensions a key is the combination; a real key may be called like the others', async () => {
  await insertJobs(database.sql, mine, [
    testJob({ at: new Date(now.getTime() - 30 * DAY), trigger: OTHER }),
    testJob({ at: new Date(now.getTime() - 30 * DAY), trigger: OTHER }),
    testJob({ at: new Date(now.getTime() - 30 * DAY), trigger: null }),
    testJob({ at: new Date(now.getTime() - 30 * DAY), trigger: 'cron', pipeline: 'mail' }),
  ])
  const range = { from: new Date(now.getTime() - 31 * DAY), to: new Date(now.getTime() - 29 * DAY) }
  const query = {
    range,
    dimensions: ['trigger', 'pipeline'],
    limit: 1,
    others: true,
    measures: ['count', 'count.share'],
  }
  expect((await ask(query)).rows).toEqual([
    [OTHER, 'etl', 2, 0.5],
    [OTHER, OTHER, 2, 0.5],
  ])
  const series = await askSeries(database, reachOf(mine), { ...plain, ...query, every: 'YEAR' }, now)
  expect(series.map(({ id, label, isOther }) => [id, label, isOther])).toEqual([
    ['count ["(other)","etl"]', '(other) · ETL · Jobs', false],
    ['count.share ["(other)","etl"]', '(other) · ETL · Jobs, share', false],
    ['count other', 'Other · Jobs', true],
    ['count.share other', 'Other · Jobs, share', true],
  ])
})

test('a table says of each row whether it is complete', async () => {
  expect((await ask({ every: 'WEEK', range: { last: 'P14D' } })).complete).toEqual([true, true, false])
  expect((await ask({ every: 'WEEK', range: { last: 'P14D' }, orderBy: [{ by: 'time' }] })).complete[0]).toBe(false)
  expect((await ask({ range: { previous: 'DAY' } })).complete).toEqual([true])
  expect((await ask({ range: { from: now, to: new Date(now.getTime() + DAY) } })).complete).toEqual([false])
})
