import { expect, test } from 'vitest'
import { measure, percentile } from './measure.ts'

test('percentile is the nearest rank', () => {
  const times = Array.from({ length: 20 }, (_, index) => index + 1)
  expect([0, 0.5, 0.95, 1].map((p) => percentile(times, p))).toEqual([1, 10, 19, 20])
  expect(() => percentile([], 0.5)).toThrow(RangeError)
})

test('measures as often as asked, sorted, and at least five times', async () => {
  let calls = 0
  const times = await measure(async () => void calls++, { requests: 30, mostMs: 1000 })
  expect([times.length, calls]).toEqual([30, 35])
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  expect(await measure(async () => {}, { requests: 30, mostMs: 0 })).toHaveLength(5)
})
