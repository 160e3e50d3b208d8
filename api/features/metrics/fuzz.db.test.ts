import fc from 'fast-check'
import { GraphQLError } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing.ts'
import { JOB_STATUSES } from '../../ingest/job-event.ts'
import { askSeries, askTable } from './ask.ts'
import type { Dataset } from './catalog.ts'
import { datasets } from './datasets/index.ts'
import { FILTER_OPS, type FilterInput } from './filter-input.ts'
import { GRANULARITIES, type MetricQuery } from './metric-query.ts'
import { refreshRollups } from '../../rollups/index.ts'
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

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const value = fc.oneof(hostile, fc.constantFrom('etl', 'eu', 'EUR', '', 'rows', ...JOB_STATUSES))
const number = fc.oneof(fc.integer(), fc.double())
const date = fc.oneof(
  { weight: 8, arbitrary: fc.date({ min: new Date('2026-10-20'), max: new Date('2026-11-25'), noInvalidDate: true }) },
  { weight: 1, arbitrary: fc.date() },
)
const calendar = fc.constantFrom('DAY' as const, 'WEEK' as const, 'MONTH' as const, 'YEAR' as const)
const range = fc.oneof(
  { weight: 6, arbitrary: fc.record({ last: mostly('P1D', 'P30D', 'PT6H', 'P1M', 'P1Y', 'P2W', 'PT90M', 'P99Y') }) },
  { weight: 3, arbitrary: fc.record({ from: date, to: maybe(date) }) },
  { weight: 2, arbitrary: fc.record({ previous: calendar, count: maybe(fc.integer({ min: -1, max: 1500 })) }) },
  { weight: 1, arbitrary: fc.record({ current: calendar, to: maybe(date) }) },
  { weight: 1, arbitrary: fc.record({ last: maybe(hostile), from: maybe(date), to: maybe(date) }) },
)
const every = maybe(fc.constantFrom(...GRANULARITIES))
const direction = maybe(fc.constantFrom('ASC' as const, 'DESC' as const))
const compare = maybe(fc.constantFrom('PREVIOUS_PERIOD' as const, 'PREVIOUS_YEAR' as const))
/** Hostile, and still what PostgreSQL can store: it gets to see these. */
const storable = hostile.filter((text) => text.length <= 100 && text.isWellFormed() && !text.includes('\0'))

/** Names that a dataset has, those that stand for many filled in with whatever a user may write. */
function namesOf(dataset: Dataset) {
  const own = dataset.measures.map(({ name }) => name)
  const derived = own.flatMap((name) => [`${name}.share`, `${name}.running`, `${name}.change`, `${name}.per.count`])
  const inFamilies = dataset.families.map(({ prefix }) => storable.map((text) => prefix + text))
  const dimension = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...dataset.dimensions.map(({ name }) => name)) },
    ...inFamilies.map((arbitrary) => ({ weight: 1, arbitrary })),
  )
  return { own, derived, dimension }
}

/** Conditions in groups in groups, deeper than allowed now and then. */
function filtersOf(dimension: fc.Arbitrary<string>, values: fc.Arbitrary<string[]>): fc.Arbitrary<FilterInput> {
  const condition = fc.record(
    {
      dimension,
      op: maybe(fc.constantFrom(...FILTER_OPS)),
      values: maybe(values),
      min: maybe(number),
      max: maybe(number),
    },
    { requiredKeys: ['dimension'] },
  )
  const group = fc.letrec<{ filter: FilterInput }>((tie) => ({
    filter: fc.oneof(
      { depthSize: 'small', maxDepth: 6 },
      { weight: 4, arbitrary: condition },
      { weight: 1, arbitrary: fc.record({ any: fc.array(tie('filter'), { maxLength: 3 }) }) },
      { weight: 1, arbitrary: fc.record({ all: fc.array(tie('filter'), { maxLength: 3 }) }) },
    ),
  }))
  return group.filter
}

/** Mostly wrong somewhere. */
function wild(dataset: Dataset): fc.Arbitrary<MetricQuery> {
  const { own, derived, dimension } = namesOf(dataset)
  const anyDimension = fc.oneof(
    { weight: 8, arbitrary: dimension },
    { weight: 1, arbitrary: fc.constantFrom('label.', 'label.label.region', 'metric.') },
    { weight: 1, arbitrary: hostile },
  )
  return fc.record({
    dataset: mostly(dataset.name),
    measures: fc.uniqueArray(mostly(...own, ...derived), { maxLength: 4 }),
    dimensions: maybe(fc.uniqueArray(anyDimension, { maxLength: 6 })),
    filters: maybe(fc.array(filtersOf(anyDimension, fc.array(value)), { maxLength: 3 })),
    range,
    every,
    timezone: maybe(mostly('UTC', 'Europe/Berlin', 'africa/cairo')),
    orderBy: maybe(
      fc.array(fc.record({ by: mostly('time', 'count', 'status', 'count_compare', 'count.share'), direction }), {
        maxLength: 2,
      }),
    ),
    limit: maybe(fc.oneof(fc.integer({ min: 1, max: 2000 }), fc.integer(), fc.double())),
    others: maybe(fc.boolean()),
    compare,
  })
}

/** Hostile in every text that is free, and otherwise right. */
function sensible(dataset: Dataset): fc.Arbitrary<MetricQuery> {
  const { own, derived } = namesOf(dataset)
  const names = dataset.dimensions.filter(({ filterOnly }) => !filterOnly).map(({ name }) => name)
  const known = fc.constantFrom(...names.filter((name) => name !== 'status'))
  const hasLabels = dataset.families.some(({ prefix }) => prefix === 'label.')
  const dimension = hasLabels
    ? fc.oneof(
        known,
        storable.map((text) => `label.${text}`),
      )
    : known
  // Values of different metrics cannot be mixed.
  const first = names.includes('name') ? ['name'] : []
  return fc.record({
    dataset: fc.constant(dataset.name),
    measures: fc.uniqueArray(
      fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom(...own) },
        { weight: 1, arbitrary: fc.constantFrom(...derived) },
      ),
      { minLength: 1, maxLength: 3 },
    ),
    dimensions: fc.uniqueArray(dimension, { maxLength: 2 }).map((more) => [...new Set([...first, ...more])]),
    filters: fc.array(
      fc.record({
        dimension,
        op: fc.constantFrom('IN' as const, 'NOT_IN' as const, 'CONTAINS' as const),
        values: fc.array(storable, { minLength: 1, maxLength: 5 }),
      }),
      { maxLength: 2 },
    ),
    range: fc.constantFrom({ last: 'P1D' }, { last: 'P30D' }, { last: 'PT6H' }, { previous: 'MONTH' as const }),
    every: maybe(fc.constantFrom('HOUR', 'DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR')),
    timezone: fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kolkata', 'Australia/Lord_Howe', 'America/New_York'),
    limit: maybe(fc.integer({ min: 1, max: 20 })),
    others: maybe(fc.boolean()),
    compare,
  })
}
const question = fc.oneof(...datasets.flatMap((dataset) => [sensible(dataset), wild(dataset)]))

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
    times.map((at, i) => testJob({ at, durationMs: i, labels, status: JOB_STATUSES[i % 6]!, metrics: { rows: i } })),
  )
  const secret = {
    pipeline: THEIRS,
    trigger: THEIRS,
    labels: { region: THEIRS, [`${MARK}null`]: THEIRS },
    durationMs: 987_654_321,
    metrics: { [THEIRS]: 987_654_321, rows: 987_654_321 },
  }
  await insertJobs(
    database.sql,
    theirs,
    times.map((at) => testJob({ at, ...secret, cost: 987_654_321, currency: 'XXX' })),
  )
  // Of both, the newer half is read from the rows.
  await refreshRollups(database.sql, { quietSince: null, organizationId: null })
  await database.sql`
    insert into changed_hours (organization_id, hour)
    select organization_id, at from jobs_by_hour where at > ${times[30]!} group by 1, 2`
})
afterAll(() => database.drop())

test('10,000 random questions: answers or refusals, no text of a user in a statement, nothing of another organization', async () => {
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
  await fc.assert(property, { numRuns: 10_000, seed: 20261127 })
  // Both happen often, or the test would show nothing.
  expect(counts.answered).toBeGreaterThan(2_000)
  expect(counts.refused).toBeGreaterThan(2_000)
}, 300_000)
