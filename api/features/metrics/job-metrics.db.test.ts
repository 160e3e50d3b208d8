import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing.ts'
import { recordEvents } from '../../ingest/index.ts'
import { jobEvent } from '../../ingest/testing-events.ts'
import { refreshRollups } from '../../rollups/index.ts'
import { askSeries, askTable } from './ask.ts'
import type { MetricQuery } from './metric-query.ts'
import { reachOf, testOrganization } from './testing.ts'

/** Numbers that jobs report, before and after their rollups are made: the answers are the same. */
let database: TestDatabase
let mine: number
const now = new Date('2026-11-20T12:00:00Z')
const hour = (n: number, minute = 0) => new Date(Date.UTC(2026, 10, 19, n, minute))

beforeAll(async () => {
  database = await testDatabase()
  mine = await testOrganization(database.sql, 'Mine')
  const changes = { publish: () => {}, subscribe: () => () => {} }
  const job = (externalId: string, startedAt: Date, metrics: Record<string, number>, pipeline = 'train') =>
    jobEvent({
      pipeline,
      externalId,
      status: 'RUNNING',
      startedAt,
      finishedAt: null,
      metrics,
      labels: { seed: externalId },
    })
  await recordEvents({ sql: database.sql, changes }, mine, [
    job('1', hour(1), { loss: 0.5, rows: 100 }),
    job('2', hour(1, 30), { loss: 0.25 }),
    job('3', hour(2), { loss: -4, rows: 1e15 }),
    job('4', hour(20), { loss: 0 }),
    job('5', hour(20), { loss: 1 }),
    job('6', hour(20), { loss: 7 }, 'evaluate'),
  ])
})
afterAll(() => database.drop())

const question: MetricQuery = { dataset: 'job_metrics', measures: ['count'], range: { from: hour(0), to: hour(24) } }
const table = async (asked: Partial<MetricQuery>) => {
  return (await askTable(database, reachOf(mine), { ...question, ...asked }, now)).rows
}
const near = (expected: number) =>
  expect.toSatisfy((value: number) => Math.abs(value - expected) <= 0.01 * Math.abs(expected), `is near ${expected}`)

test.each(['rows', 'rollups'])('what jobs report, from %s', async (source) => {
  if (source === 'rollups') await refreshRollups(database.sql, { quietSince: null, organizationId: mine })
  const measures = ['count', 'min', 'max', 'avg', 'last', 'sum', 'p50']
  expect(await table({ dimensions: ['name'], measures, orderBy: [{ by: 'name', direction: 'ASC' }] })).toEqual([
    ['loss', 6, -4, 7, 4.75 / 6, 7, 4.75, near(0.375)],
    ['rows', 2, 100, 1e15, 5e14 + 50, 1e15, 1e15 + 100, near(5e14)],
  ])
  const loss = { filters: [{ dimension: 'name', values: ['loss'] }] }
  expect(await table({ ...loss, measures: ['last', 'p95'], dimensions: ['pipeline'] })).toEqual([
    ['evaluate', 7, near(7)],
    ['train', 1, near(0.9)],
  ])
  const [series] = await askSeries(
    database,
    reachOf(mine),
    { ...question, ...loss, measures: ['avg'], every: 'HOUR' },
    now,
  )
  expect(series!.points.map(({ value }) => value).filter((value) => value !== null)).toEqual([0.375, -4, 8 / 3])
  expect(await table({ dimensions: ['label.seed'], filters: [{ dimension: 'name', values: ['rows'] }] })).toEqual([
    ['1', 1],
    ['3', 1],
  ])
})

test('values of different metrics are not mixed, but they are counted', async () => {
  expect(await table({})).toEqual([[8]])
  const refusal = /"avg" of different values of "name" has no meaning: name "name" among the dimensions/
  await expect(table({ measures: ['avg'] })).rejects.toThrow(refusal)
  await expect(
    table({ measures: ['avg'], filters: [{ dimension: 'name', values: ['loss', 'rows'] }] }),
  ).rejects.toThrow(refusal)
})

test('pipelines stand where they were first heard of', async () => {
  const today = { from: new Date(Date.now() - 3_600_000), to: new Date(Date.now() + 3_600_000) }
  expect(await table({ dataset: 'pipelines', range: today, dimensions: ['pipeline'] })).toEqual([
    ['evaluate', 1],
    ['train', 1],
  ])
})
