import { expect, test } from 'vitest'
import { checkQuery } from './check-query.ts'
import type { FilterInput } from './filter-input.ts'
import type { AnswerKind, MetricQuery } from './metric-query.ts'
import { reachOf } from './testing.ts'

const now = new Date('2026-11-20T10:20:00Z')
const plain: MetricQuery = { dataset: 'jobs', measures: ['count'], range: { last: 'P1D' } }

function check(query: Partial<MetricQuery>, kind: AnswerKind = 'table') {
  return checkQuery(kind, { ...plain, ...query }, { reach: reachOf(1), now })
}

/** A condition within so many groups. */
function nested(depth: number): FilterInput {
  return depth === 0 ? { dimension: 'trigger', op: 'IS_EMPTY' } : { all: [nested(depth - 1)] }
}

test.each<[Partial<MetricQuery>, string]>([
  [{ dataset: 'job' }, '"job" is not a dataset. The nearest name is "jobs"'],
  [{ measures: [] }, 'no measures'],
  [{ measures: ['success'] }, '"success" is not a measure of the dataset "jobs". The nearest name is "succeeded"'],
  [{ measures: ['duration_p90'] }, '"duration_p50"'],
  [{ measures: ['count', 'count'] }, 'names "count" twice among its measures'],
  [{ measures: Array<string>(21).fill('count') }, '21 measures: at most 20'],
  [{ measures: ['count.shares'] }, 'The nearest name is "count.share"'],
  [{ measures: ['success_rate.share'] }, 'values of "success_rate" do not add up, so there is no whole'],
  [{ measures: ['duration_p95.running'], every: 'DAY' }, 'Those of "count", "queued"'],
  [{ measures: ['count.running'] }, '"count.running" adds up over time: give "every"'],
  [{ measures: ['count.change'] }, '"count.change" compares with another period: give "compare"'],
  [{ measures: ['count.share.change'], compare: 'PREVIOUS_YEAR' }, 'The nearest name is "count.change"'],
  [{ measures: ['faled.per.count'] }, 'as "faled.per.count" would need it. The nearest name is "failed"'],
  [{ measures: ['count.per.count'] }, 'is always 1'],
  [{ measures: ['cost.change'], compare: 'PREVIOUS_YEAR' }, '"cost.change" of different values of "currency"'],
  [{ measures: ['cost.per.x.per.y'] }, '"cost.per.x.per.y" is not a measure'],
  [{ others: true, limit: 3 }, '"others" needs dimensions'],
  [{ others: true, dimensions: ['status'] }, '"others" needs "limit"'],
  [
    { others: true, dimensions: ['status'], limit: 10_000, every: 'DAY', range: { last: 'P9D' } },
    '"limit" is 10000: with "others" and so many buckets at most 4999 keys',
  ],
  [{ dimensions: ['pipline'] }, '"pipline" is not a dimension of the dataset "jobs". The nearest name is "pipeline"'],
  [{ dimensions: ['lable.region'] }, 'The nearest name is "label.region"'],
  [{ dimensions: ['label.'] }, 'write label.<name> with a name of 1 to 100 characters'],
  [{ dimensions: [`label.${'x'.repeat(101)}`] }, '1 to 100 characters'],
  [{ dimensions: ['label.a\0'] }, 'none of them NUL'],
  [{ dimensions: ['status', 'status'] }, 'twice among its dimensions'],
  [{ dimensions: ['pipeline', 'status', 'trigger', 'currency', 'label.a', 'label.b'] }, '6 dimensions: at most 5'],
  [{ filters: [{ dimension: 'staus', values: ['FAILED'] }] }, '"staus" is not a dimension'],
  [
    { filters: [{ dimension: 'status', values: ['failed'] }] },
    'the value "failed", which there is not. The nearest is "FAILED"',
  ],
  [{ filters: [{ dimension: 'status' }] }, 'has no values: IN needs at least one'],
  [{ filters: [{ dimension: 'trigger', op: 'IS_EMPTY', values: ['x'] }] }, 'IS_EMPTY takes none'],
  [{ filters: [{ dimension: 'trigger', values: ['a\0b'] }] }, 'NUL'],
  [{ filters: [{ dimension: 'trigger', values: ['\ud800'] }] }, 'half a character'],
  [{ filters: [{ dimension: 'trigger', values: Array<string>(1001).fill('a') }] }, '1001 values in all: at most 1000'],
  [{ filters: [{ dimension: 'trigger', op: 'CONTAINS', values: ['a'.repeat(1001)] }] }, '1001 characters in all'],
  [{ filters: Array(51).fill({ dimension: 'trigger', op: 'IS_EMPTY' }) }, '51 filters, groups counted too: at most 50'],
  [{ filters: [{ any: Array(50).fill({ dimension: 'trigger', op: 'IS_EMPTY' }) }] }, '51 filters'],
  [{ filters: [{ dimension: 'trigger', op: 'IS', values: ['a', 'b'] }] }, '2 values: IS takes one, IN several'],
  [{ filters: [{ dimension: 'trigger', op: 'IS_NOT', values: [] }] }, 'IS_NOT needs at least one'],
  [
    { filters: [{ dimension: 'trigger', op: 'RANGE', min: 1 }] },
    '"trigger" cannot be RANGE: possible are IS, IS_NOT, IN',
  ],
  [{ filters: [{ dimension: 'duration', values: ['1'] }] }, 'cannot be IN: possible are RANGE, IS_EMPTY, IS_NOT_EMPTY'],
  [{ filters: [{ dimension: 'duraton', op: 'RANGE', min: 1 }] }, 'The nearest name is "duration"'],
  [{ filters: [{ dimension: 'duration', op: 'RANGE' }] }, 'RANGE needs "min" or "max"'],
  [{ filters: [{ dimension: 'duration', op: 'RANGE', min: 1, values: ['1'] }] }, 'RANGE takes "min" and "max"'],
  [{ filters: [{ dimension: 'duration', op: 'RANGE', min: 2, max: 1 }] }, '"min" 2 above "max" 1'],
  [{ filters: [{ dimension: 'duration', op: 'RANGE', max: NaN }] }, 'the limit NaN'],
  [{ filters: [{ dimension: 'trigger', values: ['a'], max: 1 }] }, 'they belong to RANGE, not to IN'],
  [{ filters: [{ dimension: 'metric.', op: 'RANGE', max: 1 }] }, 'write metric.<name>'],
  [{ filters: [{}] }, 'must have one of "dimension", "any" and "all"'],
  [{ filters: [{ dimension: 'trigger', all: [] }] }, 'The filter on "trigger" must have one of'],
  [{ filters: [{ any: [] }] }, 'A group "any" has no filters'],
  [{ filters: [{ all: [{ dimension: 'trigger', op: 'IS_EMPTY' }], op: 'IN' }] }, 'A group "all" has "op"'],
  [{ filters: [nested(6)] }, 'more than 5 deep'],
  [{ dimensions: ['duration'] }, '"duration" cannot split an answer'],
  [{ orderBy: [{ by: 'cost' }] }, 'cannot be ordered by "cost": it has no such column. The nearest is "count"'],
  [{ orderBy: [{ by: 'time' }] }, 'no such column'],
  [{ orderBy: [{ by: 'count' }, { by: 'count', direction: 'ASC' }] }, 'orders by "count" twice'],
  [{ limit: 0 }, '"limit" is 0: it must be a whole number between 1 and 50000'],
  [{ limit: 1.5 }, '"limit" is 1.5'],
  [{ limit: 50_001 }, '"limit" is 50001'],
  [{ timezone: 'Mars/Olympus' }, 'no time zone "Mars/Olympus"'],
  [{ range: {} }, 'no beginning'],
  [{ range: { last: 'P1Y' }, every: 'MINUTE' }, 'every: HOUR would fit'],
])('refuses %j', (query, message) => {
  expect(() => check(query)).toThrow(message)
})

test('a measure of one value of a dimension: a filter that may be one of several does not keep it', () => {
  const one: FilterInput = { dimension: 'name', op: 'IS', values: ['rows'] }
  const ask = (filter: FilterInput) => () => check({ dataset: 'job_metrics', measures: ['avg'], filters: [filter] })
  expect(ask(one)).not.toThrow()
  expect(ask({ all: [nested(1), { any: [one] }] })).not.toThrow()
  expect(ask({ any: [one, nested(0)] })).toThrow('name "name" among the dimensions, or keep one value of it')
  expect(() => check({ filters: [nested(5)] })).not.toThrow()
})

test('columns come in one order: time, dimensions, measures, compared measures', () => {
  const names = check({
    measures: ['duration_avg', 'count'],
    dimensions: ['status', 'label.region'],
    every: 'DAY',
    compare: 'PREVIOUS_YEAR',
  }).columns.map((column) => column.name)
  expect(names).toEqual([
    'time',
    'status',
    'label.region',
    'duration_avg',
    'count',
    'duration_avg_compare',
    'count_compare',
  ])
})

test('series: keys are limited so that the points are', () => {
  expect(check({}, 'series').limit).toBe(200)
  expect(check({ limit: 5 }, 'series').limit).toBe(5)
  expect(check({ limit: 1000 }, 'series').limit).toBe(200)
  // 30 days in hours, from the beginning of the first: 721 buckets.
  expect(check({ range: { last: 'P30D' }, every: 'HOUR' }, 'series').limit).toBe(Math.floor(50_000 / 721))
  const two = check(
    { range: { last: 'P30D' }, every: 'HOUR', measures: ['count', 'cost'], compare: 'PREVIOUS_YEAR' },
    'series',
  )
  expect(two.limit).toBe(Math.floor(50_000 / 721 / 4))
})

test('series: ordering ranks keys', () => {
  expect(check({ every: 'DAY', orderBy: [{ by: 'time', direction: 'ASC' }] }, 'series').order).toEqual([])
  expect(() => check({ every: 'DAY', orderBy: [{ by: 'time' }] }, 'series')).toThrow('oldest first')
  expect(() => check({ compare: 'PREVIOUS_YEAR', orderBy: [{ by: 'count_compare' }] }, 'series')).toThrow(
    'ask for a table',
  )
})
