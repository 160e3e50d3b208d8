import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing.ts'
import { askSeries, askTable } from './ask.ts'
import { BIN_EDGES } from './datasets/bins.ts'
import type { MetricQuery } from './metric-query.ts'
import { insertJobs, reachOf, testJob, testOrganization } from './testing.ts'

/** Numbers in bins: how jobs are distributed over their durations and costs. */
const now = new Date('2026-11-20T12:00:00Z')
// Edges, what is just beside them, and what has no bin or the last one.
const durations = [null, 0, 1, 2, 3, 1599, 1600, 1999, 2000, 2001, 2499, 2500, 7_999, 8_000, 10_000, 86_400_000, 8e12]
const costs = [null, -5, -2.5, -0.00001, 0, 0.00001, 0.0001, 0.00315, 0.16, 1.25, 1.2499, 31.5, 1e15]

let database: TestDatabase
let organizationId: number
beforeAll(async () => {
  database = await testDatabase()
  organizationId = await testOrganization(database.sql, 'Bins')
  const at = new Date(now.getTime() - 60_000)
  await insertJobs(database.sql, organizationId, [
    ...durations.map((durationMs) => testJob({ at, durationMs, pipeline: 'run' })),
    ...costs.map((cost) => testJob({ at, cost, currency: 'EUR', pipeline: 'pay' })),
  ])
})
afterAll(() => database.drop())

const question = (part: Partial<MetricQuery>): MetricQuery => ({
  ...{ dataset: 'jobs', measures: ['count'], range: { last: 'P1D' } },
  ...part,
})
const table = (part: Partial<MetricQuery>) => askTable(database, reachOf(organizationId), question(part), now)
const pipeline = (key: string) => [{ dimension: 'pipeline', values: [key] }]

/** How many of these are in each bin, upwards, found by looking at one edge after the other. */
function counted(numbers: readonly (number | null)[]) {
  const counts = new Map<number | null, number>()
  for (const number of numbers) {
    const edge = number === null ? null : (BIN_EDGES.findLast((edge) => edge <= number) ?? BIN_EDGES[0]!)
    counts.set(edge, (counts.get(edge) ?? 0) + 1)
  }
  return [...counts].sort(([a], [b]) => (a ?? Infinity) - (b ?? Infinity))
}

test('edges are upwards, plain, and about a quarter apart', () => {
  expect(BIN_EDGES).toEqual(BIN_EDGES.toSorted((a, b) => a - b))
  expect(BIN_EDGES.filter((edge) => edge >= 1 && edge <= 10)).toEqual([1, 1.25, 1.6, 2, 2.5, 3.15, 4, 5, 6.3, 8, 10])
  const above = BIN_EDGES.filter((edge) => edge > 0)
  for (const [i, edge] of above.slice(1).entries()) expect(edge / above[i]!).toBeCloseTo(1.26, 1)
})

test('each job is in the bin that it belongs to, and bins come upwards', async () => {
  const runs = await table({ dimensions: ['duration_bin'], filters: pipeline('run') })
  expect(runs.columns[0]).toMatchObject({ type: 'FLOAT', unit: 'MILLISECONDS', role: 'DIMENSION' })
  expect(runs.rows).toEqual(counted(durations))
  const paid = await table({ dimensions: ['cost_bin'], filters: pipeline('pay') })
  expect(paid.rows).toEqual(counted(costs))
  const waited = await table({ dimensions: ['queue_bin'] })
  expect(waited.rows).toEqual([[null, durations.length + costs.length]])
})

test('a bin is kept by its lower edge', async () => {
  const kept = { dimension: 'duration_bin', values: ['1600', '2500'] }
  const { rows } = await table({ filters: [kept] })
  expect(rows).toEqual([[3]])
  const others = await table({ filters: [kept, { dimension: 'duration_bin', op: 'IS_EMPTY' }] })
  expect(others.rows).toEqual([[0]])
})

test('by number, not by text, when ranked, and with the others together', async () => {
  const ranked = {
    ...{ dimensions: ['duration_bin'], filters: pipeline('run') },
    ...{ orderBy: [{ by: 'duration_bin', direction: 'DESC' }], limit: 3 },
  } satisfies Partial<MetricQuery>
  const series = await askSeries(database, reachOf(organizationId), question(ranked), now)
  expect(series.map(({ key }) => key[0]!.value)).toEqual(['8000000000', '80000000', '10000'])
  const { rows } = await table({ ...ranked, others: true })
  expect(rows.map(([edge]) => edge)).toEqual([8e9, 8e7, 1e4, '(other)'])
})
