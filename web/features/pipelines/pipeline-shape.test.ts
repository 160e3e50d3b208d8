import { expect, test } from 'vitest'
import type { PipelineMetricsQuery } from '../../gql/graphql.ts'
import { shapeCharts, withinRange } from './pipeline-shape.ts'

type Answered = PipelineMetricsQuery['series'][number]

const from = '2026-11-20T10:00:00.000Z'
const to = '2026-11-20T12:20:00.000Z'

const series = (measure: string, values: (number | null)[]): Answered => ({
  id: measure,
  measure,
  unit: 'COUNT',
  from,
  to,
  timezone: 'UTC',
  points: values.map((value, i) => ({
    at: new Date(Date.parse(from) + i * 3_600_000).toISOString(),
    value,
    complete: i < 2,
  })),
})

const answer = [
  series('succeeded', [1, 2, 3]),
  series('failed', [0, 1, 0]),
  series('queued', [0, 0, 0]),
  series('failure_rate', [0, 1 / 3, null]),
  series('duration_p50', [10, 20, null]),
  series('duration_p95', [100, 200, null]),
  series('queue_p95', [1, 2, 3]),
]

test('statuses that occur, what went wrong at the foot', () => {
  const charts = shapeCharts(answer, 'HOUR', false)
  expect(charts?.byStatus.series.map(({ id }) => id)).toEqual(['FAILED', 'SUCCEEDED'])
  expect(charts?.failureRate.series[0]?.points.map(({ value }) => value)).toEqual([0, 1 / 3, null])
  expect(charts?.durations.series.map(({ label }) => label)).toEqual(['Duration p50', 'Duration p95', 'Queue time p95'])
})

test('an open range shows its last bucket to the end, a closed one cuts it', () => {
  expect(shapeCharts(answer, 'DAY', true)?.byStatus).toMatchObject({ every: 'HOUR', to: '2026-11-20T13:00:00.000Z' })
  expect(shapeCharts(answer, 'HOUR', false)?.range.to).toBe(Date.parse(to))
})

test('nothing ever happened: an empty stack of one', () => {
  const charts = shapeCharts([series('succeeded', [0, 0]), series('failed', [0, 0])], 'HOUR', false)
  expect(charts?.byStatus.series.map(({ id }) => id)).toEqual(['SUCCEEDED'])
})

test('no buckets, no charts', () => {
  expect(shapeCharts([], 'HOUR', false)).toBeNull()
  expect(shapeCharts([series('succeeded', [])], 'HOUR', false)).toBeNull()
})

test('a bucket is cut to the range', () => {
  expect(withinRange({ from: 0, to: 10 }, { from: 3, to: 20 })).toEqual({ from: 3, to: 10 })
})
