import fc from 'fast-check'
import { GraphQLError } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing.ts'
import { JOB_STATUSES } from '../../ingest/job-event.ts'
import { askSeries, askTable } from './ask.ts'
import { datasets } from './datasets/index.ts'
import { FILTER_OPS } from './filter-input.ts'
import { GRANULARITIES, type MetricQuery } from './metric-query.ts'
import { insertJobs, testJob, testOrganization, reachOf } from './testing.ts'

/**
 * Random questions, sensible and hostile. Every text that a user could have written carries a mark that the product has
 * nowhere: it must not turn up in the text of a statement. The other organization's rows carry another.
 */
const MARK = 'zq7'
const THEIRS = 'their-secret'
const now = new Date('2026-11-20T12:00:00Z')

const hostile = fc
  .oneof(
    fc.constantFrom(
      "'; drop table jobs; --",
      '"; select 1; --',
      '$1',
      '${1}',
      "\\'",
      '%_\\%',
      '(((',
      '[a',
      'a{99999}',
      '*',
      '.*|',
      '{"a","b"}',
      'null',
      'NaN',
      '💥 Ünïcode \u202e',
      '\u0000',
      '\ud800',
      "r.labels ->> 'x'",
      'organization_id',
      '1 or 1=1',
      '../../etc',
      'constructor',
      '__proto__',
    ),
    fc.string({ maxLength: 30, unit: 'binary' }),
    fc.string({ minLength: 990, maxLength: 1100 }),
  )
  .map((text) => `${MARK}${text}`)

/** Mostly what exists, sometimes not. */
function mostly(...names: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: hostile })
}

const measures = datasets[0]!.measures.map(({ name }) => name)
const measure = mostly(...measures)
const dimension = fc.oneof(
  { weight: 3, arbitrary: mostly(...datasets[0]!.dimensions.map(({ name }) => name)) },
  { weight: 1, arbitrary: fc.constantFrom('label.region', 'label.', 'label.label.region') },
  { weight: 2, arbitrary: hostile.map((text) => `label.${text}`) },
)
const value = fc.oneof(hostile, fc.constantFrom('etl', 'eu', 'EUR', '', ...JOB_STATUSES))
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const date = fc.oneof(
  { weight: 8, arbitrary: fc.date({ min: new Date('2026-10-20'), max: new Date('2026-11-25'), noInvalidDate: true }) },
  { weight: 1, arbitrary: fc.date() },
)
const range = fc.oneof(
  { weight: 6, arbitrary: fc.record({ last: mostly('P1D', 'P30D', 'PT6H', 'P1M', 'P1Y', 'P2W', 'PT90M', 'P99Y') }) },
  { weight: 3, arbitrary: fc.record({ from: date, to: maybe(date) }) },
  { weight: 1, arbitrary: fc.record({ last: maybe(hostile), from: maybe(date), to: maybe(date) }) },
)

const every = maybe(fc.constantFrom(...GRANULARITIES))
const direction = maybe(fc.constantFrom('ASC' as const, 'DESC' as const))
const compare = maybe(fc.constantFrom('PREVIOUS_PERIOD' as const, 'PREVIOUS_YEAR' as const))

const wild: fc.Arbitrary<MetricQuery> = fc.record({
  dataset: fc.oneof({ weight: 20, arbitrary: fc.constant('jobs') }, { weight: 1, arbitrary: hostile }),
  measures: fc.uniqueArray(measure, { maxLength: 4 }),
  dimensions: maybe(fc.uniqueArray(dimension, { maxLength: 6 })),
  filters: maybe(
    fc.array(fc.record({ dimension, op: maybe(fc.constantFrom(...FILTER_OPS)), values: maybe(fc.array(value)) }), {
      maxLength: 3,
    }),
  ),
  range,
  every,
  timezone: maybe(mostly('UTC', 'Europe/Berlin', 'africa/cairo')),
  orderBy: maybe(
    fc.array(fc.record({ by: mostly('time', 'count', 'status', 'count_compare'), direction }), { maxLength: 2 }),
  ),
  limit: maybe(fc.oneof(fc.integer({ min: 1, max: 2000 }), fc.integer(), fc.double())),
  compare,
})

/** Hostile in every text that is free, and otherwise right: PostgreSQL gets to see these. */
const storable = hostile.filter((text) => text.length <= 100 && text.isWellFormed() && !text.includes('\0'))
const sensible: fc.Arbitrary<MetricQuery> = fc.record({
  dataset: fc.constant('jobs'),
  measures: fc.uniqueArray(fc.constantFrom(...measures), { minLength: 1, maxLength: 4 }),
  dimensions: fc.uniqueArray(
    fc.oneof(
      fc.constantFrom('pipeline', 'status', 'trigger', 'currency'),
      storable.map((text) => `label.${text}`),
    ),
    {
      maxLength: 3,
    },
  ),
  filters: fc.array(
    fc.record({
      dimension: fc.oneof(
        fc.constantFrom('pipeline', 'trigger', 'currency'),
        storable.map((text) => `label.${text}`),
      ),
      op: fc.constantFrom('IN' as const, 'NOT_IN' as const, 'CONTAINS' as const),
      values: fc.array(storable, { minLength: 1, maxLength: 5 }),
    }),
    { maxLength: 2 },
  ),
  range: fc.constantFrom({ last: 'P1D' }, { last: 'P30D' }, { last: 'PT6H' }, { last: 'P1Y' }),
  every: maybe(fc.constantFrom('HOUR', 'DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR')),
  timezone: fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kolkata', 'Australia/Lord_Howe', 'America/New_York'),
  compare,
})
const question = fc.oneof(sensible, wild)

let database: TestDatabase
let mine: number
beforeAll(async () => {
  database = await testDatabase()
  mine = await testOrganization(database.sql, 'Mine')
  const theirs = await testOrganization(database.sql, 'Theirs')
  const times = Array.from({ length: 60 }, (_, day) => new Date(now.getTime() - day * 86_400_000 + 60_000))
  const labels = { region: 'eu', [`${MARK}null`]: `${MARK}"x'` }
  await insertJobs(
    database.sql,
    mine,
    times.map((at, i) => testJob({ at, durationMs: i, labels, status: JOB_STATUSES[i % 6]! })),
  )
  const secret = {
    pipeline: THEIRS,
    trigger: THEIRS,
    labels: { region: THEIRS, [`${MARK}null`]: THEIRS },
    durationMs: 987_654_321,
  }
  await insertJobs(
    database.sql,
    theirs,
    times.map((at) => testJob({ at, ...secret, cost: 987_654_321, currency: 'XXX' })),
  )
})
afterAll(() => database.drop())

test('500 random questions: answers or refusals, no text of a user in a statement, nothing of another organization', async () => {
  const counts = { answered: 0, refused: 0 }
  const property = fc.asyncProperty(question, fc.boolean(), async (query, asTable) => {
    database.statements.length = 0
    const answer = await (asTable ? askTable : askSeries)(database, reachOf(mine), query, now).catch(
      (error: unknown) => {
        expect(error).toBeInstanceOf(GraphQLError)
        expect(error).toMatchObject({ extensions: { code: 'BAD_INPUT' } })
        return null
      },
    )
    counts[answer ? 'answered' : 'refused']++
    expect(database.statements.join('\n')).not.toContain(MARK)
    const text = JSON.stringify(answer, (_name, part: unknown) => {
      if (typeof part === 'number') expect(part).toSatisfy(Number.isFinite)
      return part
    })
    expect(text).not.toMatch(/their-secret|987654321|XXX/)
  })
  await fc.assert(property, { numRuns: 500, seed: 20261120 })
  // Both happen often, or the test would show nothing.
  expect(counts.answered).toBeGreaterThan(100)
  expect(counts.refused).toBeGreaterThan(100)
})
