import { expect, test } from 'vitest'
import type { MetricQuery } from '../metrics/index.ts'
import { canonicalQuery } from './canonical-query.ts'

const query: MetricQuery = { dataset: 'jobs', measures: ['count'], range: { last: 'P7D' } }

test('what is left out is the same as what it means', () => {
  const written: MetricQuery = {
    ...query,
    ...{ dimensions: [], filters: [], every: null, timezone: 'UTC', orderBy: null, limit: null, others: false },
    range: { last: 'P7D', previous: null, count: null, current: null, from: null, to: null },
    compare: null,
  }
  expect(canonicalQuery(written)).toBe(canonicalQuery(query))
  expect(canonicalQuery({ ...query, orderBy: [{ by: 'count' }] })).toBe(
    canonicalQuery({ ...query, orderBy: [{ by: 'count', direction: 'DESC' }] }),
  )
})

test('the order of filters and of their values says nothing', () => {
  const one = { dimension: 'status', op: 'IN', values: ['FAILED', 'TIMED_OUT'] } as const
  const other = {
    any: [
      { dimension: 'pipeline', op: 'IS', values: ['a'] },
      { dimension: 'trigger', values: ['b'] },
    ],
  }
  const [first, second] = [
    [{ ...one, values: [...one.values] }, other],
    [{ any: [...other.any].reverse() }, { dimension: 'status', values: ['TIMED_OUT', 'FAILED', 'FAILED'] }],
  ] as MetricQuery['filters'][]
  expect(canonicalQuery({ ...query, filters: first! })).toBe(canonicalQuery({ ...query, filters: second! }))
})

test.each<Partial<MetricQuery>>([
  { measures: ['failed'] },
  { measures: ['count', 'failed'] },
  { dimensions: ['status'] },
  { filters: [{ dimension: 'status', values: ['FAILED'] }] },
  { filters: [{ dimension: 'status', op: 'NOT_IN', values: ['FAILED'] }] },
  { range: { last: 'P8D' } },
  { range: { from: new Date(0) } },
  { every: 'DAY' },
  { timezone: 'Europe/Berlin' },
  { orderBy: [{ by: 'count', direction: 'ASC' }] },
  { limit: 5 },
  { others: true },
  { compare: 'PREVIOUS_PERIOD' },
])('another question is another text: %j', (part) => {
  expect(canonicalQuery({ ...query, ...part })).not.toBe(canonicalQuery(query))
})

test('the order of measures and dimensions is that of the columns', () => {
  const split = { ...query, dimensions: ['status', 'pipeline'] }
  expect(canonicalQuery({ ...split, dimensions: ['pipeline', 'status'] })).not.toBe(canonicalQuery(split))
})

test('a group of some is not a group of all', () => {
  const filters = [{ dimension: 'status', values: ['FAILED'] }]
  expect(canonicalQuery({ ...query, filters: [{ any: filters }] })).not.toBe(
    canonicalQuery({ ...query, filters: [{ all: filters }] }),
  )
})
