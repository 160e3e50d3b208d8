import { expect, test } from 'vitest'
import { jobsFilter, jobsVariables, sortSearch } from './jobs-variables.ts'

const now = Date.UTC(2026, 10, 20, 14, 3)

test('nothing chosen asks for the newest', () => {
  expect(jobsVariables({}, now, 'UTC')).toEqual({
    filter: null,
    orderBy: { by: 'TIME', direction: 'DESC' },
    first: 50,
    last: null,
    after: null,
    before: null,
  })
})

test('pages', () => {
  expect(jobsVariables({ after: 'x' }, now, 'UTC')).toMatchObject({ first: 50, after: 'x', last: null, before: null })
  expect(jobsVariables({ before: 'x' }, now, 'UTC')).toMatchObject({ first: null, after: null, last: 50, before: 'x' })
  expect(jobsVariables({ page: 'last' }, now, 'UTC')).toMatchObject({ first: null, last: 50, before: null })
})

test('filters', () => {
  expect(
    jobsFilter({ status: ['FAILED'], pipeline: ['a'], label: ['env=prod'], text: 'x', range: 'P7D' }, now, 'UTC'),
  ).toEqual({
    status: ['FAILED'],
    pipeline: ['a'],
    labels: [{ name: 'env', value: 'prod' }],
    text: 'x',
    range: { last: 'P7D' },
  })
})

test('another column begins with its largest, the same one turns round; both begin on the first page', () => {
  expect(sortSearch({ after: 'x' }, 'duration')).toMatchObject({
    sort: 'duration',
    direction: undefined,
    after: undefined,
  })
  expect(sortSearch({}, 'time')).toMatchObject({ sort: undefined, direction: 'asc' })
  expect(sortSearch({ direction: 'asc' }, 'time')).toMatchObject({ sort: undefined, direction: undefined })
})
