import { createYoga } from 'graphql-yoga'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing.ts'
import type { Context } from '../../schema/context.ts'
import { schema } from '../../schema/index.ts'
import { READ, testContext, testServices } from '../../schema/testing.ts'
import { insertJobs, testJob, testOrganization } from './testing.ts'

let database: TestDatabase
let organizationId: number
const now = new Date('2026-11-20T12:00:00Z')

beforeAll(async () => {
  database = await testDatabase()
  organizationId = await testOrganization(database.sql, 'Mine')
  const at = new Date('2026-11-20T06:00:00Z')
  await insertJobs(database.sql, organizationId, [testJob({ at, durationMs: 1500 }), testJob({ at, status: 'FAILED' })])
})
afterAll(() => database.drop())

const yoga = createYoga<Context>({ schema, logging: false, maskedErrors: false })

/** The answer as a client gets it. */
async function ask(query: string, scopes = READ) {
  const request = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ query }) }
  const response = await yoga.fetch('http://localhost/graphql', request, {
    ...testContext(
      testServices(database.sql, undefined, () => now),
      organizationId,
      scopes,
    ),
  })
  return response.json()
}

test('the catalog lists what can be asked', async () => {
  const { data } = await ask(
    `{ datasets {
      name timeColumn details { name }
      measures { name unit type additive format derivedFrom derived { name unit format derivedFrom } }
      dimensions { name title values cardinality filterOnly ops }
    } }`,
  )
  const [jobs] = data.datasets
  expect(jobs).toMatchObject({ name: 'jobs', timeColumn: 'at' })
  expect(jobs.measures.map((measure: { name: string }) => measure.name).join(' ')).toBe(
    'count queued running succeeded failed cancelled timed_out success_rate failure_rate queue_sum queue_count queue_avg queue_p50 ' +
      'queue_p95 queue_p99 duration_sum duration_count duration_avg duration_p50 duration_p95 duration_p99 throughput cost pipelines',
  )
  const change = { unit: 'RATIO', format: 'PERCENT', derivedFrom: ['success_rate'], name: 'success_rate.change' }
  const ratio = { unit: 'NONE', format: 'DECIMAL', derivedFrom: ['success_rate'], name: 'success_rate.per.<measure>' }
  expect(jobs.measures[7]).toEqual({
    ...{ name: 'success_rate', unit: 'RATIO', type: 'FLOAT', additive: false, format: 'PERCENT', derivedFrom: [] },
    derived: [change, ratio],
  })
  expect(jobs.measures[0].derived.map((measure: { name: string }) => measure.name)).toEqual([
    'count.share',
    'count.running',
    'count.change',
    'count.per.<measure>',
  ])
  expect(jobs.dimensions.map((dimension: { name: string }) => dimension.name)).toEqual([
    'pipeline',
    'status',
    'trigger',
    'currency',
    'attempt',
    'duration_bin',
    'queue_bin',
    'cost_bin',
    'duration',
    'queue',
    'cost',
    'label.<name>',
    'metric.<name>',
  ])
  expect(jobs.dimensions[8]).toEqual({
    ...{ name: 'duration', title: 'Duration', values: null, cardinality: 'MANY', filterOnly: true },
    ops: ['RANGE', 'IS_EMPTY', 'IS_NOT_EMPTY'],
  })
  expect(jobs.details.slice(0, 2)).toEqual([{ name: 'at' }, { name: 'pipeline' }])
  expect(jobs.dimensions[1].values).toEqual(['QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED', 'TIMED_OUT'])
})

test('a table', async () => {
  const answer = await ask(`{
    table(query: {
      dataset: "jobs", measures: ["count", "duration_avg"], dimensions: ["status"], range: { last: "P1D" }, every: DAY,
      timezone: "Asia/Kolkata", orderBy: [{ by: "time" }, { by: "status", direction: ASC }], limit: 2
    }) {
      columns { name title type unit role } rows totalCount truncated from to asOf timezone comparedFrom
    }
  }`)
  expect(answer).toEqual({
    data: {
      table: {
        columns: [
          { name: 'time', title: 'Time', type: 'TIME', unit: 'NONE', role: 'TIME' },
          { name: 'status', title: 'Status', type: 'STRING', unit: 'NONE', role: 'DIMENSION' },
          { name: 'count', title: 'Jobs', type: 'INTEGER', unit: 'COUNT', role: 'MEASURE' },
          { name: 'duration_avg', title: 'Duration, average', type: 'FLOAT', unit: 'MILLISECONDS', role: 'MEASURE' },
        ],
        rows: [
          ['2026-11-19T18:30:00.000Z', 'FAILED', 1, null],
          ['2026-11-19T18:30:00.000Z', 'SUCCEEDED', 1, 1500],
        ],
        totalCount: 4,
        truncated: true,
        from: '2026-11-18T18:30:00.000Z',
        to: '2026-11-20T12:00:00.000Z',
        asOf: '2026-11-20T12:00:00.000Z',
        timezone: 'Asia/Kolkata',
        comparedFrom: null,
      },
    },
  })
})

test('series, two questions in one request', async () => {
  const answer = await ask(`{
    a: series(query: { dataset: "jobs", measures: ["success_rate"], range: { last: "PT12H" }, every: HOUR, compare: PREVIOUS_PERIOD }) {
      id label unit key { dimension value } points { at value complete } compare { value } truncated keyCount
    }
    b: series(query: { dataset: "jobs", measures: ["count"], range: { last: "P1D" }, dimensions: ["pipeline"] }) {
      id label key { dimension value } points { at value }
    }
  }`)
  const { a, b } = answer.data
  expect(a[0]).toMatchObject({ id: 'success_rate', label: 'Success rate', unit: 'RATIO', key: [], truncated: false })
  expect(a[0].points).toHaveLength(12)
  expect(a[0].points[6]).toEqual({ at: '2026-11-20T06:00:00.000Z', value: 0.5, complete: true })
  expect(a[0].compare).toEqual(Array(12).fill({ value: null }))
  expect(b).toEqual([
    {
      id: 'count ["etl"]',
      label: 'ETL',
      key: [{ dimension: 'pipeline', value: 'etl' }],
      points: [{ at: '2026-11-19T12:00:00.000Z', value: 2 }],
    },
  ])
})

test('what cannot be answered says why, with a code', async () => {
  const answer = await ask(
    '{ table(query: { dataset: "jobs", measures: ["cuont"], range: { last: "P1D" } }) { rows } }',
  )
  expect(answer.errors).toMatchObject([
    {
      message: '"cuont" is not a measure of the dataset "jobs". The nearest name is "count".',
      path: ['table'],
      extensions: { code: 'BAD_INPUT' },
    },
  ])
})

test('a key that may only send is refused', async () => {
  for (const source of [
    '{ datasets { name } }',
    '{ table(query: { dataset: "jobs", measures: ["count"], range: { last: "P1D" } }) { rows } }',
    '{ series(query: { dataset: "jobs", measures: ["count"], range: { last: "P1D" } }) { id } }',
  ]) {
    expect((await ask(source, ['ingest'])).errors, source).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
  }
})

test('how a question is answered: the statement without values, and its plan', async () => {
  const query = `{ dataset: "jobs", measures: ["count"], dimensions: ["pipeline"], every: DAY, range: { last: "P3D" },
    filters: [{ dimension: "label.secret-name", values: ["secret-value"] }] }`
  const { data } = await ask(`{
    table(query: ${query}) { statement { sql estimatedRows steps { depth operation relation estimatedRows } } }
    series(query: ${query}) { statement { sql } }
  }`)
  const { sql, estimatedRows, steps } = data.table.statement
  expect(sql).toMatch(/^\/\* table \*\/\n/)
  expect(sql).toContain('r.labels ->> $')
  expect(JSON.stringify(data)).not.toContain('secret')
  expect(steps[0]).toEqual({ depth: 0, operation: 'Limit', relation: null, estimatedRows })
  expect(steps.map((step: { relation: string }) => step.relation)).toContain('pipelines')
})
