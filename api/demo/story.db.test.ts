import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../db/testing.ts'
import { ask } from '../features/jobs/testing.ts'
import { testContext, testServices } from '../schema/testing.ts'
import { startDemo } from './start-demo.ts'

const NOW = new Date('2026-11-20T10:55:00Z')
/** The first day of the history, and with it of the drift. */
const FIRST = '2026-08-22T00:00:00.000Z'

let database: TestDatabase
let folder: string

beforeAll(async () => {
  database = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'story-'))
  const { sql } = database
  const demo = await startDemo({
    ...testServices(sql),
    now: () => NOW,
    dataDirectory: folder,
    log: { info() {}, error() {} },
  })
  await demo!.stop()
}, 180_000)
afterAll(async () => {
  await database.drop()
  await rm(folder, { recursive: true })
})

const QUERY = `query ($query: MetricQuery!) { series(query: $query) {
  measure
  key { value }
  trend { found { direction from slope qValue } }
  changePoints { found { at kind before after qValue } }
  anomalies { found { from to direction method qValue } }
} }`

interface Found {
  trend: { direction: string; from: string; slope: number; qValue: number } | null
  changePoints: { at: string; kind: string; before: number; after: number; qValue: number }[]
  anomalies: { from: string; to: string; direction: string; method: string; qValue: number }[]
}

/** What the product finds when somebody asks for all pipelines at once, by pipeline and measure. */
async function findAll(range: string, every: 'DAY' | 'HOUR', measures: string[]) {
  const [organization] = await database.sql<{ id: number }[]>`select id from organizations`
  const context = testContext(
    testServices(database.sql, undefined, () => NOW),
    organization!.id,
  )
  const query = { dataset: 'jobs', measures, dimensions: ['pipeline'], every, range: { last: range } }
  const { data, errors } = await ask(context, QUERY, { query })
  expect(errors).toBeUndefined()
  const found = new Map<string, Found>()
  for (const { key, measure, trend, changePoints, anomalies } of data.series) {
    const [changes, unusual] = [changePoints.found ?? [], anomalies.found ?? []]
    found.set(`${key[0].value} ${measure}`, { trend: trend.found, changePoints: changes, anomalies: unusual })
  }
  return found
}

/** The anomalies that touch a time. */
const anomaliesIn = ({ anomalies }: Found, from: string, to: string) =>
  anomalies.filter((anomaly) => anomaly.from < to && anomaly.to > from)

describe.each(['P90D', 'P180D'])('in the days of %s', (range) => {
  let found: Map<string, Found>
  beforeAll(async () => {
    found = await findAll(range, 'DAY', ['duration_avg', 'failure_rate', 'cost'])
  }, 60_000)

  test('the drift is a trend from its first day on, and no change', () => {
    const { trend, changePoints, anomalies } = found.get('orders-nightly-etl duration_avg')!
    expect(trend).toMatchObject({ direction: 'UP', from: FIRST })
    expect(trend!.qValue).toBeLessThan(1e-6)
    // 0.6 % of about half an hour a day.
    expect(trend!.slope / 60_000).toBeCloseTo(0.19, 1)
    expect(changePoints).toEqual([])
    expect(anomalies.filter(({ method }) => method === 'LEVEL_SHIFT')).toEqual([])
  })

  test('the slower release is a change of level at its day, and in the anomalies a shift', () => {
    const { changePoints, anomalies } = found.get('invoice-extraction duration_avg')!
    expect(changePoints).toMatchObject([{ at: '2026-10-20T00:00:00.000Z', kind: 'LEVEL' }])
    expect(changePoints[0]!.after / changePoints[0]!.before).toBeCloseTo(1.6, 0)
    const shifts = anomalies.filter(({ method }) => method === 'LEVEL_SHIFT')
    expect(shifts).toMatchObject([{ from: '2026-10-20T00:00:00.000Z', direction: 'ABOVE' }])
  })

  test.each(['warehouse-sync', 'fraud-scoring', 'crm-contacts-sync'])(
    'the day of the incident is an event of %s',
    (pipeline) => {
      const series = found.get(`${pipeline} failure_rate`)!
      const [day, next] = ['2026-11-08T00:00:00.000Z', '2026-11-09T00:00:00.000Z']
      expect(anomaliesIn(series, day, next)).toMatchObject([{ from: day, to: next, direction: 'ABOVE' }])
      expect(series.changePoints).toEqual([])
    },
  )

  test('the day on the wrong machines is an event of the cost of training', () => {
    const series = found.get('model-training cost')!
    const [day, next] = ['2026-11-01T00:00:00.000Z', '2026-11-02T00:00:00.000Z']
    expect(anomaliesIn(series, day, next)).toMatchObject([{ from: day, to: next, direction: 'ABOVE' }])
    expect(series.changePoints).toEqual([])
  })

  test('hardly anything else is found', () => {
    const others = [...found].flatMap(([name, { anomalies, changePoints }]) => [
      ...anomalies.filter(({ from }) => !/^2026-(11-08|11-01|10-20)/.test(from)).map(({ from }) => `${name} ${from}`),
      ...changePoints.filter(({ at }) => !at.startsWith('2026-10-20')).map(({ at }) => `${name} ${at}`),
    ])
    expect(found.size).toBe(14 * 3)
    // Of 13 pipelines, 3 measures and 90 days.
    expect(others.length).toBeLessThan(0.01 * 13 * 3 * 90)
  })
})

test('by the hour the incident begins and ends when it did', async () => {
  const found = await findAll('P30D', 'HOUR', ['failure_rate'])
  for (const pipeline of ['warehouse-sync', 'fraud-scoring']) {
    const { anomalies, changePoints } = found.get(`${pipeline} failure_rate`)!
    expect(anomalies).toMatchObject([
      {
        from: '2026-11-08T10:00:00.000Z',
        to: '2026-11-08T15:00:00.000Z',
        direction: 'ABOVE',
        method: 'ROBUST_DEVIATION',
      },
    ])
    expect(changePoints).toEqual([])
  }
}, 60_000)
