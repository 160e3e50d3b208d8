import { expect, test } from 'vitest'
import { drillDown, filterWords } from './drill-down.ts'

const span = { from: Date.UTC(2026, 10, 20, 10), to: Date.UTC(2026, 10, 20, 11) }
const range = { from: '2026-11-20T10:00:00Z', to: '2026-11-20T11:00:00Z' }

test('a bucket of a status, with the filters of the dashboard', () => {
  const down = drillDown({
    span,
    key: [{ dimension: 'status', value: 'FAILED' }],
    filters: [
      { dimension: 'pipeline', op: 'IN', values: ['nightly', 'hourly'] },
      { dimension: 'label.region', op: 'IN', values: ['eu'] },
    ],
  })
  expect(down).toEqual({
    search: { ...range, status: ['FAILED'], pipeline: ['nightly', 'hourly'], label: ['region=eu'] },
    leftOut: [],
  })
})

test('two conditions on the same thing are both fulfilled', () => {
  const filters = [{ dimension: 'pipeline', op: 'IN' as const, values: ['nightly', 'hourly'] }]
  const down = drillDown({ span, key: [{ dimension: 'pipeline', value: 'hourly' }], filters })
  expect(down.search.pipeline).toEqual(['hourly'])
})

test('what the list of jobs has no filter for is left out and said', () => {
  const down = drillDown({
    span,
    key: [
      { dimension: 'label.team', value: null },
      { dimension: 'error_class', value: 'Timeout' },
    ],
    filters: [
      { dimension: 'label.region', op: 'IN', values: ['eu', 'us'] },
      { dimension: 'status', op: 'NOT_IN', values: ['FAILED'] },
    ],
  })
  expect(down.search).toEqual(range)
  expect(down.leftOut).toEqual([
    'Region is one of eu, us',
    'Status is none of Failed',
    'Team is empty',
    'Error class is Timeout',
  ])
})

test('what no filter says is said', () => {
  const down = drillDown({ span, key: [], besides: 'Monday, 14:00–15:00', filters: [] })
  expect(down).toEqual({ search: range, leftOut: ['Monday, 14:00–15:00'] })
})

test('groups and ranges in words', () => {
  const any = [
    { dimension: 'duration', op: 'RANGE' as const, min: 10 },
    { dimension: 'status', values: ['FAILED'] },
  ]
  expect(filterWords({ any })).toBe('(Duration is between 10 and … or Status is one of Failed)')
})
