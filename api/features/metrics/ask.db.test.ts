import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing.ts'
import { askSeries, askTable, type Table } from './ask.ts'
import type { MetricQuery } from './metric-query.ts'
import { insertJobs, testJob, testOrganization, reachOf } from './testing.ts'

let database: TestDatabase
let mine: number
const now = new Date('2026-11-20T12:00:00Z')
const day = (text: string) => new Date(`2026-11-${text}Z`)
/** A percentile: within 1 %. */
const near = (expected: number) =>
  expect.toSatisfy((value: number) => Math.abs(value / expected - 1) <= 0.01, `is within 1 % of ${expected}`)

beforeAll(async () => {
  database = await testDatabase()
  mine = await testOrganization(database.sql, 'Mine')
  const theirs = await testOrganization(database.sql, 'Theirs')
  await insertJobs(database.sql, mine, [
    testJob({ at: day('18T00:00'), pipeline: 'etl', queueMs: 10, durationMs: 100, cost: 1.5, currency: 'EUR' }),
    testJob({
      at: day('18T23:59:59.999'),
      pipeline: 'etl',
      status: 'FAILED',
      queueMs: 30,
      durationMs: 300,
      trigger: 'cron',
    }),
    testJob({ at: day('18T12:00'), pipeline: 'mail', status: 'CANCELLED', labels: { region: 'eu' } }),
    testJob({ at: day('20T01:00'), pipeline: 'etl', status: 'TIMED_OUT', durationMs: 900, cost: 2, currency: 'EUR' }),
    testJob({ at: day('20T02:00'), pipeline: 'etl', status: 'RUNNING', queueMs: 20, labels: { region: 'us' } }),
    testJob({ at: day('20T03:00'), pipeline: 'mail', status: 'QUEUED', cost: 4, currency: 'USD', trigger: '' }),
  ])
  await insertJobs(database.sql, theirs, [
    testJob({ at: day('18T00:00'), cost: 1000, currency: 'EUR', durationMs: 1e9 }),
  ])
})
afterAll(() => database.drop())

const range = { from: day('18T00:00'), to: day('21T00:00') }
function ask(query: Partial<MetricQuery>): Promise<Table> {
  return askTable(database, reachOf(mine), { dataset: 'jobs', measures: ['count'], range, ...query }, now)
}

test('every measure of one total', async () => {
  const measures = ['count', 'queued', 'running', 'succeeded', 'failed', 'cancelled', 'timed_out', 'success_rate']
  expect((await ask({ measures })).rows).toEqual([[6, 1, 1, 1, 1, 1, 1, 1 / 3]])
  const others = [
    'failure_rate',
    'queue_sum',
    'queue_avg',
    'queue_p50',
    'queue_p95',
    'duration_sum',
    'duration_avg',
    'duration_p50',
  ]
  expect((await ask({ measures: others })).rows).toEqual([
    [2 / 3, 60, 20, near(20), near(29), 1300, 1300 / 3, near(300)],
  ])
  // 95 % between 100, 300 and 900 is 1.9 steps up: 300 + 0.9 * 600. Four jobs have finished in 60 of 72 hours.
  const last = await ask({ measures: ['duration_p95', 'duration_p99', 'queue_p99', 'throughput', 'cost'] })
  expect(last.rows).toEqual([[near(840), near(888), near(29.8), 4 / 60, null]])
  expect(last.columns.map(({ name, unit, type, role }) => [name, unit, type, role])).toEqual([
    ['duration_p95', 'MILLISECONDS', 'FLOAT', 'MEASURE'],
    ['duration_p99', 'MILLISECONDS', 'FLOAT', 'MEASURE'],
    ['queue_p99', 'MILLISECONDS', 'FLOAT', 'MEASURE'],
    ['throughput', 'PER_HOUR', 'FLOAT', 'MEASURE'],
    ['cost', 'CURRENCY', 'FLOAT', 'MEASURE'],
  ])
})

test('days are gap free: 0 for counts and sums, null for the rest, null for what has not begun', async () => {
  const measures = ['count', 'duration_sum', 'success_rate', 'duration_avg', 'duration_p95', 'throughput', 'cost']
  const to = day('22T00:00')
  const table = await ask({ measures, every: 'DAY', range: { from: day('18T00:00'), to } })
  expect(table.rows).toEqual([
    ['2026-11-18T00:00:00.000Z', 3, 400, 0.5, 200, near(290), 3 / 24, 1.5],
    ['2026-11-19T00:00:00.000Z', 0, 0, null, null, null, 0, null],
    ['2026-11-20T00:00:00.000Z', 3, 900, 0, 900, near(900), 1 / 12, null],
    ['2026-11-21T00:00:00.000Z', null, null, null, null, null, null, null],
  ])
  expect(table).toMatchObject({ totalCount: 4, truncated: false, asOf: now, to, timezone: 'UTC', comparedFrom: null })
})

test('currencies are never added up', async () => {
  const table = await ask({
    measures: ['cost', 'count'],
    dimensions: ['currency'],
    orderBy: [{ by: 'currency', direction: 'ASC' }],
  })
  expect(table.rows).toEqual([
    ['EUR', 3.5, 2],
    ['USD', 4, 1],
    [null, null, 3],
  ])
})

test('rows come in a stable order: what was asked for, missing last, then time and dimensions', async () => {
  const byRegion = { dimensions: ['label.region', 'status'], orderBy: [{ by: 'label.region' }] }
  expect((await ask(byRegion)).rows).toEqual([
    ['us', 'RUNNING', 1],
    ['eu', 'CANCELLED', 1],
    [null, 'FAILED', 1],
    [null, 'QUEUED', 1],
    [null, 'SUCCEEDED', 1],
    [null, 'TIMED_OUT', 1],
  ])
  const byRate = await ask({
    dimensions: ['pipeline'],
    measures: ['success_rate'],
    orderBy: [{ by: 'success_rate', direction: 'ASC' }],
  })
  expect(byRate.rows).toEqual([
    ['etl', 1 / 3],
    ['mail', null],
  ])
  const newest = await ask({ every: 'DAY', orderBy: [{ by: 'time', direction: 'DESC' }], limit: 2 })
  expect(newest.rows.map((row) => row[0])).toEqual(['2026-11-20T00:00:00.000Z', '2026-11-19T00:00:00.000Z'])
  expect(newest).toMatchObject({ totalCount: 3, truncated: true })
})

test('every kind of filter', async () => {
  const count = async (...filters: NonNullable<MetricQuery['filters']>) => (await ask({ filters })).rows[0]![0]
  expect(await count({ dimension: 'pipeline', values: ['etl'] })).toBe(4)
  expect(await count({ dimension: 'pipeline', op: 'NOT_IN', values: ['etl'] })).toBe(2)
  expect(await count({ dimension: 'pipeline', op: 'CONTAINS', values: ['AI', 'x'] })).toBe(2)
  expect(await count({ dimension: 'pipeline', values: ['nothing'] })).toBe(0)
  expect(await count({ dimension: 'status', values: ['FAILED', 'TIMED_OUT'] })).toBe(2)
  expect(await count({ dimension: 'status', op: 'NOT_IN', values: ['FAILED'] })).toBe(5)
  expect(await count({ dimension: 'status', op: 'CONTAINS', values: ['ed'] })).toBe(5)
  expect(await count({ dimension: 'label.region', values: ['eu', 'us'] })).toBe(2)
  expect(await count({ dimension: 'label.region', op: 'NOT_IN', values: ['eu'] })).toBe(5)
  expect(await count({ dimension: 'label.region', op: 'IS_EMPTY' })).toBe(4)
  expect(await count({ dimension: 'trigger', op: 'IS_EMPTY' })).toBe(5)
  expect(await count({ dimension: 'trigger', op: 'IS_NOT_EMPTY' })).toBe(1)
  expect(await count({ dimension: 'trigger', op: 'CONTAINS', values: ['%', '_', '.', '('] })).toBe(0)
  expect(await count({ dimension: 'pipeline', values: ['etl'] }, { dimension: 'currency', values: ['EUR'] })).toBe(2)
})

test('a compared period stands beside, also for what has vanished', async () => {
  const table = await ask({
    dimensions: ['pipeline', 'status'],
    range: { from: day('20T00:00'), to: day('21T00:00') },
    compare: 'PREVIOUS_PERIOD',
    every: 'DAY',
    measures: ['count', 'duration_avg'],
  })
  expect(table.rows).toEqual([
    ['2026-11-20T00:00:00.000Z', 'etl', 'RUNNING', 1, null, 0, null],
    ['2026-11-20T00:00:00.000Z', 'etl', 'TIMED_OUT', 1, 900, 0, null],
    ['2026-11-20T00:00:00.000Z', 'mail', 'QUEUED', 1, null, 0, null],
  ])
  const total = await ask({ dimensions: ['status'], range: { last: 'P1D' }, compare: 'PREVIOUS_PERIOD' })
  expect(total.columns.map((column) => column.name)).toEqual(['status', 'count', 'count_compare'])
  // From noon of the 19th, against from noon of the 18th: the job that was cancelled at noon and the one that failed.
  expect(total.rows).toEqual([
    ['CANCELLED', 0, 1],
    ['FAILED', 0, 1],
    ['QUEUED', 1, 0],
    ['RUNNING', 1, 0],
    ['TIMED_OUT', 1, 0],
  ])
  expect(total.comparedFrom).toEqual(day('18T12:00'))
  const ordered = await ask({
    dimensions: ['status'],
    range: { last: 'P1D' },
    compare: 'PREVIOUS_PERIOD',
    orderBy: [{ by: 'count_compare' }, { by: 'status' }],
    limit: 3,
  })
  expect(ordered.rows.map((row) => row[0])).toEqual(['FAILED', 'CANCELLED', 'TIMED_OUT'])
})

test('series: one for each measure and key, best first, labelled for people', async () => {
  const series = await askSeries(
    database,
    reachOf(mine),
    {
      dataset: 'jobs',
      measures: ['count', 'duration_avg'],
      dimensions: ['pipeline', 'label.region'],
      every: 'DAY',
      range: { last: 'P1D' },
    },
    now,
  )
  expect(series.map(({ id, label, points }) => [id, label, points.map((point) => point.value)])).toEqual([
    ['count ["etl","us"]', 'ETL · us · Jobs', [0, 1]],
    ['duration_avg ["etl","us"]', 'ETL · us · Duration, average', [null, null]],
    ['count ["etl",null]', 'ETL · (none) · Jobs', [0, 1]],
    ['duration_avg ["etl",null]', 'ETL · (none) · Duration, average', [null, 900]],
    ['count ["mail",null]', 'MAIL · (none) · Jobs', [0, 1]],
    ['duration_avg ["mail",null]', 'MAIL · (none) · Duration, average', [null, null]],
  ])
  expect(series[0]).toMatchObject({
    key: [
      { dimension: 'pipeline', value: 'etl' },
      { dimension: 'label.region', value: 'us' },
    ],
    measure: 'count',
    unit: 'COUNT',
    from: day('19T00:00'),
    to: now,
    asOf: now,
    compare: null,
    keyCount: 3,
    truncated: false,
  })
  expect(series[0]!.points).toEqual([
    { at: '2026-11-19T00:00:00.000Z', value: 0, complete: true },
    { at: '2026-11-20T00:00:00.000Z', value: 1, complete: false },
  ])
})

test('series: the best keys are kept, and that others were left out is visible', async () => {
  const question: MetricQuery = {
    dataset: 'jobs',
    measures: ['count'],
    dimensions: ['pipeline'],
    every: 'DAY',
    range,
    limit: 1,
  }
  const [best, ...others] = await askSeries(database, reachOf(mine), question, now)
  expect(others).toEqual([])
  expect(best).toMatchObject({ label: 'ETL', keyCount: 2, truncated: true })
  const worst = { ...question, orderBy: [{ by: 'count', direction: 'ASC' as const }] }
  expect((await askSeries(database, reachOf(mine), worst, now))[0]!.label).toBe('MAIL')
  const byName = { ...question, orderBy: [{ by: 'pipeline' }] }
  expect((await askSeries(database, reachOf(mine), byName, now))[0]!.label).toBe('MAIL')
})

test('series: the compared period is moved onto the axis', async () => {
  const question: MetricQuery = {
    dataset: 'jobs',
    measures: ['count'],
    every: 'DAY',
    range: { last: 'P1D' },
    compare: 'PREVIOUS_PERIOD',
  }
  const [only] = await askSeries(database, reachOf(mine), question, now)
  expect(only!.points.map((point) => point.value)).toEqual([0, 3])
  // The second bucket is compared with the 18th until noon, for it is noon now.
  expect(only!.compare).toEqual([
    { at: '2026-11-19T00:00:00.000Z', value: 0, complete: true },
    { at: '2026-11-20T00:00:00.000Z', value: 1, complete: false },
  ])
  expect(only).toMatchObject({ label: 'Jobs', id: 'count', comparedFrom: day('17T00:00'), comparedTo: day('18T12:00') })
})

test('no rows at all: a total without dimensions is still there', async () => {
  const none = { filters: [{ dimension: 'trigger', values: ['nobody'] }] }
  expect((await ask({ ...none, measures: ['count', 'duration_avg'] })).rows).toEqual([[0, null]])
  expect(await ask({ ...none, dimensions: ['status'] })).toMatchObject({ rows: [], totalCount: 0, truncated: false })
  const question: MetricQuery = { dataset: 'jobs', measures: ['count'], every: 'DAY', range, ...none }
  expect((await askSeries(database, reachOf(mine), question, now))[0]!.points.map((point) => point.value)).toEqual([
    0, 0, 0,
  ])
  expect(await askSeries(database, reachOf(mine), { ...question, dimensions: ['status'] }, now)).toEqual([])
})

test('one statement for a question, also with a comparison', async () => {
  database.statements.length = 0
  await ask({ dimensions: ['pipeline'], compare: 'PREVIOUS_YEAR', every: 'DAY' })
  expect(database.statements.filter((text) => text.includes('with buckets'))).toHaveLength(1)
  expect(database.statements).toHaveLength(1)
})

test('a statement that takes too long is stopped, and says what to do', async () => {
  const held = await database.sql.reserve()
  try {
    await held`begin`
    await held`lock table jobs in access exclusive mode`
    const question: MetricQuery = { dataset: 'jobs', measures: ['count'], range }
    const answer = askTable({ ...database, timeoutMs: 100 }, reachOf(mine), question, now)
    await expect(answer).rejects.toMatchObject({ extensions: { code: 'TIMEOUT' } })
    await expect(answer).rejects.toThrow('longer than 0.1 seconds and was stopped. Ask for a shorter range')
  } finally {
    await held`rollback`
    held.release()
  }
  expect((await ask({})).rows).toEqual([[6]])
})

test('a sum beyond all numbers is refused, not infinite', async () => {
  const rich = await testOrganization(database.sql, 'Rich')
  const cost = { cost: 1.7e308, currency: 'EUR' }
  await insertJobs(database.sql, rich, [
    testJob({ at: day('18T00:00'), ...cost }),
    testJob({ at: day('18T01:00'), ...cost }),
  ])
  const question: MetricQuery = { dataset: 'jobs', measures: ['cost'], range }
  await expect(askTable(database, reachOf(rich), question, now)).rejects.toThrow('too large')
})
