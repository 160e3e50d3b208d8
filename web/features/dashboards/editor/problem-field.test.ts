import { expect, test } from 'vitest'
import { reachOf } from '../../../../api/features/metrics/testing.ts'
import { checkQuery } from '../../../../api/features/metrics/check-query.ts'
import type { AnswerKind, MetricQuery } from '../../../../api/features/metrics/metric-query.ts'
import { jobs } from './testing.ts'
import { fieldOfProblem, problemWords, type EditorField } from './problem-field.ts'

const plain: MetricQuery = { dataset: 'jobs', measures: ['count'], range: { last: 'P1D' } }

/** What the server says against a question. */
function refusal(query: MetricQuery, kind: AnswerKind): string {
  try {
    checkQuery(kind, query, { reach: reachOf(1), now: new Date('2026-11-20T10:20:00Z') })
  } catch (error) {
    if (error instanceof Error) return error.message
  }
  throw new Error('nothing was refused')
}

const cases: [EditorField, Partial<MetricQuery>, AnswerKind?][] = [
  ['dataset', { dataset: 'job' }],
  ['measures', { measures: [] }],
  ['measures', { measures: ['success'] }],
  ['measures', { measures: ['success_rate.share'] }],
  ['measures', { measures: ['count.per.count'] }],
  ['measures', { measures: ['count', 'count'] }],
  ['measures', { measures: Array<string>(21).fill('count') }],
  ['every', { measures: ['count.running'] }],
  ['every', { every: 'MINUTE', range: { last: 'P10Y' } }],
  ['compare', { measures: ['count.change'] }],
  ['dimensions', { dimensions: ['pipline'] }],
  ['dimensions', { dimensions: ['label.'] }],
  ['dimensions', { dimensions: ['duration'] }],
  ['dimensions', { dimensions: ['status', 'status'] }],
  ['dimensions', { dimensions: ['pipeline', 'status', 'trigger', 'currency', 'label.a', 'label.b'] }],
  ['dimensions', { dataset: 'job_metrics', measures: ['avg'] }],
  ['filters', { filters: [{ dimension: 'pipline', values: ['a'] }] }],
  ['filters', { filters: [{ dimension: 'status' }] }],
  ['filters', { filters: [{ any: [] }] }],
  ['filters', { filters: Array(51).fill({ dimension: 'trigger', op: 'IS_EMPTY' }) }],
  ['filters', { filters: [{ dimension: 'trigger', values: Array<string>(1001).fill('a') }] }],
  ['limit', { limit: 0 }],
  ['limit', { others: true, limit: 3 }],
  ['limit', { others: true, dimensions: ['status'] }],
  ['order', { orderBy: [{ by: 'cont' }] }],
  ['order', { every: 'DAY', orderBy: [{ by: 'time', direction: 'DESC' }] }, 'series'],
  ['range', { range: {} }],
  ['range', { range: { last: '30 days' } }],
  ['range', { range: { from: new Date('2026-11-02'), to: new Date('2026-11-01') } }],
]

test.each(cases)('a refusal about %s is shown there: %j', (field, part, kind = 'table') => {
  const query = { ...plain, ...part }
  const { dataset, measures, dimensions } = query
  const problem = refusal(query, kind)
  expect([problem, fieldOfProblem(problem, { dataset, measures, dimensions: dimensions ?? [] })]).toEqual([
    problem,
    field,
  ])
})

test('what names no part of the question is about none', () => {
  expect(fieldOfProblem('The server cannot be reached', { dataset: 'jobs', measures: [] })).toBeNull()
})

test('a refusal is told in the titles of measures and dimensions', () => {
  const problem = refusal({ ...plain, measures: ['count.change'] }, 'table')
  expect(problemWords(problem, jobs)).toBe(
    '“Jobs, change” compares with another period: give "compare", such as PREVIOUS_PERIOD.',
  )
  const filter = refusal({ ...plain, filters: [{ dimension: 'label.region', values: [] }] }, 'table')
  expect(problemWords(filter, jobs)).toBe('The filter on “Label region” has no values: IN needs at least one.')
})
