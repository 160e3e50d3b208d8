import { expect, test } from 'vitest'
import type { JobEvent } from '../../ingest/index.ts'
import { inBuckets, measured } from './demo-series.ts'

/** A job that is queued at a second, with what the test says. */
const event = (externalId: string, second: number, more: Partial<JobEvent>): JobEvent => ({
  ...{ pipeline: 'etl', externalId, status: 'SUCCEEDED', attempt: 1, revision: 0, queuedAt: new Date(1000 * second) },
  ...{
    startedAt: null,
    finishedAt: null,
    assumed: null,
    trigger: null,
    error: null,
    labels: {},
    metrics: {},
    cost: null,
  },
  ...more,
})

test('jobs stand where they were queued first, and count as they are in the end', () => {
  const ran = { startedAt: new Date(3000), finishedAt: new Date(5000), cost: { amount: 2, currency: 'USD' } }
  const events = [
    event('1', 1, { status: 'FAILED' }),
    event('1', 12, { attempt: 2, ...ran }),
    event('2', 2, { status: 'TIMED_OUT' }),
    event('3', 3, { status: 'CANCELLED' }),
    event('4', 25, {}),
    event('5', 31, {}),
  ]
  const buckets = inBuckets(events, { from: 0, to: 30_000, bucketMs: 10_000 })
  expect(measured(buckets, 'count')).toEqual(Float64Array.of(3, 0, 1))
  expect(measured(buckets, 'failure_rate')).toEqual(Float64Array.of(0.5, NaN, 0))
  expect(measured(buckets, 'duration_avg')).toEqual(Float64Array.of(2000, NaN, NaN))
  expect(measured(buckets, 'cost')).toEqual(Float64Array.of(2, NaN, NaN))
})
