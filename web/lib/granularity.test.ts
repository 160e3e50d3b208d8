import { expect, test } from 'vitest'
import { granularityFor, granularityMs, pageLimits, phoneLimits, sparklineLimits } from './granularity.ts'
import type { Granularity } from './granularity.ts'

const hour = 3_600_000
const day = 24 * hour

const cases: { name: string; length: number; page: Granularity; phone: Granularity; sparkline: Granularity }[] = [
  { name: 'an hour', length: hour, page: 'MINUTE', phone: 'MINUTE', sparkline: 'MINUTE' },
  { name: '6 hours', length: 6 * hour, page: 'MINUTE', phone: 'HOUR', sparkline: 'HOUR' },
  { name: 'a day', length: day, page: 'HOUR', phone: 'HOUR', sparkline: 'HOUR' },
  { name: 'a week', length: 7 * day, page: 'HOUR', phone: 'DAY', sparkline: 'DAY' },
  { name: '30 days', length: 30 * day, page: 'DAY', phone: 'DAY', sparkline: 'DAY' },
  { name: '90 days', length: 90 * day, page: 'DAY', phone: 'WEEK', sparkline: 'WEEK' },
  { name: 'a year', length: 365 * day, page: 'WEEK', phone: 'WEEK', sparkline: 'MONTH' },
  { name: 'ten years', length: 3652 * day, page: 'QUARTER', phone: 'QUARTER', sparkline: 'QUARTER' },
]

test.each(cases)('$name', ({ length, page, phone, sparkline }) => {
  const span = { from: 0, to: length }
  expect(granularityFor(span, pageLimits)).toBe(page)
  expect(granularityFor(span, phoneLimits)).toBe(phone)
  expect(granularityFor(span, sparklineLimits)).toBe(sparkline)
})

test('never more buckets than the limit, whatever the range', () => {
  for (let length = hour / 60; length < 40_000 * day; length *= 1.07) {
    const unit = granularityFor({ from: 0, to: length })
    expect(length / granularityMs[unit]).toBeLessThanOrEqual(pageLimits.most)
  }
})
