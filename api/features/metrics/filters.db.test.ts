import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing.ts'
import { JOB_STATUSES } from '../../ingest/job-event.ts'
import { askTable } from './ask.ts'
import { BIN_EDGES } from './datasets/bins.ts'
import type { FilterInput } from './filter-input.ts'
import { insertJobs, reachOf, testJob, testOrganization, type TestJob } from './testing.ts'

/** Random filters in random groups keep the rows that the same filters keep in TypeScript. */
const now = new Date('2026-11-20T12:00:00Z')
const triggers = [null, '', 'cron', 'hand', 'Händ.*', 'a|b']
const pipelines = ['etl', 'mail', 'größe']
const regions = [undefined, 'eu', 'us', '']
const jobs: TestJob[] = Array.from({ length: 200 }, (_, i) =>
  testJob({
    at: new Date(now.getTime() - i * 60_000 - 1),
    pipeline: pipelines[i % 3]!,
    trigger: triggers[i % 6]!,
    status: JOB_STATUSES[(i * 7) % 6]!,
    durationMs: i % 5 === 0 ? null : (i * 37) % 500,
    cost: i % 4 === 0 ? null : (i % 10) / 4,
    currency: i % 4 === 0 ? null : 'EUR',
    labels: regions[i % 4] === undefined ? {} : { region: regions[i % 4]! },
    metrics: i % 2 === 0 ? { rows: i - 50.5 } : {},
  }),
)

/** Each dimension: what a job has there. */
const texts: Record<string, (job: TestJob) => string | null> = {
  pipeline: ({ pipeline }) => pipeline,
  trigger: ({ trigger }) => trigger,
  status: ({ status }) => status,
  'label.region': ({ labels }) => labels.region ?? null,
  duration_bin: ({ durationMs }) =>
    durationMs === null ? null : String(BIN_EDGES.findLast((edge) => edge <= durationMs)),
}
const numbers: Record<string, (job: TestJob) => number | null> = {
  duration: ({ durationMs }) => durationMs,
  cost: ({ cost }) => cost,
  'metric.rows': ({ metrics }) => metrics.rows ?? null,
}
const known: Record<string, readonly string[]> = {
  pipeline: [...pipelines, 'nope'],
  trigger: triggers.filter((trigger) => trigger !== null),
  status: JOB_STATUSES,
  'label.region': ['eu', 'us', '', 'asia'],
  duration_bin: ['0', '31.5', '200', '315', '4e2', 'nope'],
}

const limit = fc.option(fc.integer({ min: -60, max: 500 }), { nil: null })
const condition: fc.Arbitrary<FilterInput> = fc.oneof(
  fc.constantFrom(...Object.keys(texts)).chain((dimension) => {
    const value = fc.constantFrom(...known[dimension]!)
    return fc.oneof(
      fc.record({ dimension: fc.constant(dimension), op: fc.constantFrom('IS', 'IS_NOT'), values: fc.tuple(value) }),
      fc.record({
        dimension: fc.constant(dimension),
        op: fc.constantFrom('IN', 'NOT_IN', 'CONTAINS'),
        values: fc.array(value, { minLength: 1, maxLength: 3 }),
      }),
      fc.record({ dimension: fc.constant(dimension), op: fc.constantFrom('IS_EMPTY', 'IS_NOT_EMPTY') }),
    )
  }),
  fc
    .tuple(fc.constantFrom(...Object.keys(numbers)), limit, limit)
    .filter(([, min, max]) => (min ?? max) !== null && (min ?? -Infinity) <= (max ?? Infinity))
    .map(([dimension, min, max]) => ({ dimension, op: 'RANGE' as const, min, max })),
)
const { filter } = fc.letrec<{ filter: FilterInput }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    condition,
    fc.record({ any: fc.array(tie('filter'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ all: fc.array(tie('filter'), { minLength: 1, maxLength: 3 }) }),
  ),
}))

function keeps({ any, all, dimension, op, values, min, max }: FilterInput, job: TestJob): boolean {
  if (any) return any.some((one) => keeps(one, job))
  if (all) return all.every((one) => keeps(one, job))
  if (op === 'RANGE') {
    const number = numbers[dimension!]!(job)
    return number !== null && number >= (min ?? -Infinity) && number <= (max ?? Infinity)
  }
  const text = texts[dimension!]!(job)
  if (op === 'IS_EMPTY') return !text
  if (op === 'IS_NOT_EMPTY') return !!text
  if (op === 'CONTAINS')
    return text !== null && values!.some((value) => text.toLowerCase().includes(value.toLowerCase()))
  const isOneOf = text !== null && values!.includes(text)
  return op === 'IS_NOT' || op === 'NOT_IN' ? !isOneOf : isOneOf
}

let database: TestDatabase
let mine: number
beforeAll(async () => {
  database = await testDatabase()
  mine = await testOrganization(database.sql, 'Mine')
  await insertJobs(database.sql, mine, jobs)
  await insertJobs(database.sql, await testOrganization(database.sql, 'Theirs'), jobs)
})
afterAll(() => database.drop())

test('random filters keep what they keep in TypeScript', async () => {
  const property = fc.asyncProperty(fc.array(filter, { maxLength: 3 }), async (filters) => {
    const query = { dataset: 'jobs', measures: ['count'], filters, range: { last: 'P1D' } }
    const table = await askTable(database, reachOf(mine), query, now)
    expect(table.rows[0]![0]).toBe(jobs.filter((job) => filters.every((one) => keeps(one, job))).length)
  })
  await fc.assert(property, { numRuns: 300, seed: 20261128 })
})
