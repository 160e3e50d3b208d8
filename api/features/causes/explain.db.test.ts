import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing.ts'
import { ask, contextFor } from '../jobs/testing.ts'
import { insertJobs, testJob, testOrganization } from '../metrics/testing.ts'

let database: TestDatabase
let mine: number

/** In the second week "import" fails in half of its jobs in the region eu, and "report" runs twice as often. */
beforeAll(async () => {
  database = await testDatabase()
  mine = await testOrganization(database.sql, 'Mine')
  const week = (from: string, isLater: boolean) =>
    ['import', 'report', 'mail'].flatMap((pipeline) => {
      const count = pipeline === 'report' && isLater ? 80 : 40
      return Array.from({ length: count }, (_, i) => {
        const region = i % 2 === 0 ? 'eu' : 'us'
        const fails = pipeline === 'import' && isLater && region === 'eu' ? i % 4 === 0 : i === 1
        const at = new Date(Date.parse(from) + i * 3_600_000)
        return testJob({
          at,
          pipeline,
          labels: { region },
          status: fails ? 'FAILED' : 'SUCCEEDED',
          trigger: 'schedule',
        })
      })
    })
  await insertJobs(database.sql, mine, [...week('2026-11-02T00:00Z', false), ...week('2026-11-09T00:00Z', true)])
})
afterAll(() => database.drop())

const QUERY = `query ($query: MetricQuery!, $from: TimeRangeInput!) { explain(query: $query, from: $from) {
  measure title unit from fromEnd to toEnd before after change reason
  cuts { dimensions explanatoryPower contributorCount
    causes { key { dimension value } contribution }
    contributors { key { value } before after weight contribution rate mix share surprise } }
} }`

const FIRST = { from: '2026-11-02T00:00:00Z', to: '2026-11-09T00:00:00Z' }
const SECOND = { from: '2026-11-09T00:00:00Z', to: '2026-11-16T00:00:00Z' }

async function explain(query: Record<string, unknown>, from: Record<string, string> = FIRST) {
  return ask(contextFor(database.sql, mine), QUERY, { query: { dataset: 'jobs', range: SECOND, ...query }, from })
}

test('a sum: every job more is one of a pipeline, to the last one', async () => {
  const { data, errors } = await explain({ measures: ['count'] })
  expect(errors).toBeUndefined()
  const { before, after, change, cuts, ...rest } = data.explain
  expect(rest).toEqual({
    ...{ measure: 'count', title: 'Jobs', unit: 'COUNT', reason: null },
    ...{ from: '2026-11-02T00:00:00.000Z', fromEnd: '2026-11-09T00:00:00.000Z' },
    ...{ to: '2026-11-09T00:00:00.000Z', toEnd: '2026-11-16T00:00:00.000Z' },
  })
  expect([before, after, change]).toEqual([120, 160, 40])
  for (const cut of cuts) {
    const sum = cut.contributors.reduce((all: number, one: { contribution: number }) => all + one.contribution, 0)
    expect(sum).toBe(change)
  }
  const pipelines = cuts.find((cut: { dimensions: string[] }) => cut.dimensions.join() === 'pipeline')
  expect(pipelines.contributors[0]).toMatchObject({
    key: [{ value: 'report' }],
    before: 40,
    after: 80,
    contribution: 40,
    share: 1,
  })
  expect(pipelines.causes[0].key).toEqual([{ dimension: 'pipeline', value: 'report' }])
})

test('a rate: what comes from the rates of pipelines, and what from how many jobs they have', async () => {
  const { data } = await explain({ measures: ['failure_rate'] })
  const { before, after, change, cuts } = data.explain
  expect(before).toBeCloseTo(3 / 120)
  expect(after).toBeCloseTo(13 / 160)
  // Splitting failures by status would say that failures failed.
  expect(cuts.flatMap((cut: { dimensions: string[] }) => cut.dimensions)).not.toContain('status')
  const [best] = cuts.filter((cut: { dimensions: string[] }) => cut.dimensions.join() === 'pipeline')
  expect(best.causes.map((cause: { key: { value: string }[] }) => cause.key[0]!.value)).toEqual(['import'])
  for (const { contribution, rate, mix } of best.contributors) expect(rate + mix).toBeCloseTo(contribution)
  const sum = best.contributors.reduce((all: number, one: { contribution: number }) => all + one.contribution, 0)
  expect(sum).toBe(change)
})

test('dimensions of the question, and pairs of them', async () => {
  const { data } = await explain({ measures: ['failure_rate'], dimensions: ['pipeline', 'label.region'] })
  const pair = data.explain.cuts.find((cut: { dimensions: string[] }) => cut.dimensions.length === 2)
  expect(pair.causes[0].key).toEqual([
    { dimension: 'pipeline', value: 'import' },
    { dimension: 'label.region', value: 'eu' },
  ])
})

test('nothing to compare says so', async () => {
  const early = { from: '2025-01-01T00:00:00Z', to: '2025-01-02T00:00:00Z' }
  const { data } = await explain({ measures: ['failure_rate'] }, early)
  expect(data.explain).toMatchObject({
    cuts: null,
    change: null,
    reason: expect.stringContaining('nothing to compare'),
  })
})

test.each([
  [
    { measures: ['duration_p95'] },
    '"duration_p95" cannot be explained: its parts do not add up to it. Those of "count"',
  ],
  [{ measures: ['count', 'failed'] }, 'One measure at a time can be explained, and the question has 2.'],
  [{ measures: ['cuont'] }, 'The nearest name is "count"'],
  [{ measures: ['count.share'] }, '"count.share" cannot be explained'],
  [{ measures: ['cost'] }, '"cost" of different values of "currency" cannot be added: keep one of them by a filter.'],
])('%j is refused', async (query, message) => {
  const { errors } = await explain(query)
  expect(errors?.[0]?.message).toContain(message)
  expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT')
})
