import { expect, test } from 'vitest'
import { granularityFor, granularityMs, pageLimits, phoneLimits, sparklineLimits } from './granularity.ts'
import type { Granularity } from './granularity.ts'

const hour = 3_600_000
const day = 24 * hour

test.each<[string, number, Granularity, Granularity, Granularity]>([
  ['an hour', hour, 'MINUTE', 'MINUTE', 'MINUTE'],
  ['6 hours', 6 * hour, 'MINUTE', 'HOUR', 'HOUR'],
  ['a day', day, 'HOUR', 'HOUR', 'HOUR'],
  ['a week', 7 * day, 'HOUR', 'DAY', 'DAY'],
  ['30 days', 30 * day, 'DAY', 'DAY', 'DAY'],
  ['90 days', 90 * day, 'DAY', 'WEEK', 'WEEK'],
  ['a year', 365 * day, 'WEEK', 'WEEK', 'MONTH'],
  ['ten years', 3652 * day, 'QUARTER', 'QUARTER', 'QUARTER'],
])('%s', (_, length, page, phone, sparkline) => {
  const span = { from: 0, to: length }
  expect([pageLimits, phoneLimits, sparklineLimits].map((limits) => granularityFor(span, limits))).toEqual([
    page,
    phone,
    sparkline,
  ])
})

test('never more buckets than the limit, whatever the range', () => {
  for (let length = hour / 60; length < 40_000 * day; length *= 1.07) {
    const unit = granularityFor({ from: 0, to: length })
    expect(length / granularityMs[unit]).toBeLessThanOrEqual(pageLimits.most)
  }
})
