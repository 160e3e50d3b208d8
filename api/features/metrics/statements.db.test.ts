import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing.ts'
import { askSeries, askTable } from './ask.ts'
import type { MetricQuery } from './metric-query.ts'
import { reachOf } from './testing.ts'

/**
 * The statements of three typical questions, kept beside this test: what PostgreSQL is asked shows in review. After an
 * intended change run with `-u`.
 */
let database: TestDatabase
const now = new Date('2026-11-20T12:00:00Z')
const plain: MetricQuery = { dataset: 'jobs', measures: ['count'], range: { last: 'P30D' } }

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

async function statementOf(ask: typeof askTable | typeof askSeries, question: Partial<MetricQuery>): Promise<string> {
  database.statements.length = 0
  await ask(database, reachOf(1), { ...plain, ...question }, now)
  const statement = database.statements.find((text) => text.includes('with buckets'))!
  return `${statement.trim().replaceAll(/\n\s*\n/g, '\n')}\n`
}

test('a total of everything', async () => {
  const statement = await statementOf(askTable, { measures: ['count', 'success_rate'] })
  await expect(statement).toMatchFileSnapshot('statements/total.sql')
})

test('a table by pipeline and label, filtered, compared', async () => {
  const statement = await statementOf(askTable, {
    measures: ['count', 'throughput'],
    dimensions: ['pipeline', 'label.region'],
    filters: [
      { dimension: 'status', values: ['FAILED'] },
      { dimension: 'pipeline', op: 'CONTAINS', values: ['etl'] },
    ],
    orderBy: [{ by: 'count_compare' }],
    compare: 'PREVIOUS_PERIOD',
  })
  await expect(statement).toMatchFileSnapshot('statements/table.sql')
})

test('series by pipeline', async () => {
  const statement = await statementOf(askSeries, {
    measures: ['duration_p95', 'count'],
    dimensions: ['pipeline'],
    every: 'DAY',
  })
  await expect(statement).toMatchFileSnapshot('statements/series.sql')
})
