import { expect, test } from 'vitest'
import { bucketName, timeTicks } from './time-axis.ts'

const zone = 'Europe/Berlin'
const hour = 3_600_000

const every = (from: string, stepMs: number, count: number) =>
  Array.from({ length: count }, (_, i) => ({ from: Date.parse(from) + i * stepMs }))

const labels = (buckets: { from: number }[], timezone = zone): string[] =>
  timeTicks(buckets, timezone).map(({ label }) => label)

test('hours of a day, its beginning named', () => {
  const buckets = every('2026-11-19T14:00Z', hour, 24)
  expect(labels(buckets)).toEqual(['18:00', '20 Nov', '06:00', '12:00'])
  expect(timeTicks(buckets, zone)[0]?.index).toBe(3)
})

test('ticks follow the zone, also one of half hours', () => {
  const kolkata = labels(every('2026-11-19T18:30Z', hour, 24), 'Asia/Kolkata')
  expect(kolkata).toEqual(['20 Nov', '06:00', '12:00', '18:00'])
})

test('minutes, days, weeks and months', () => {
  expect(labels(every('2026-11-20T13:07Z', 60_000, 60))).toEqual(['14:15', '14:30', '14:45', '15:00'])
  expect(labels(every('2026-10-31T23:00Z', 24 * hour, 30))).toEqual(['2 Nov', '9 Nov', '16 Nov', '23 Nov', '30 Nov'])
  expect(labels(every('2026-01-04T23:00Z', 7 * 24 * hour, 52))).toEqual(['Mar', 'May', 'Jul', 'Sept', 'Nov'])
  const months = Array.from({ length: 36 }, (_, i) => ({ from: Date.UTC(2024, i, 1) }))
  expect(labels(months, 'UTC')).toEqual(['2024', '2025', '2026'])
})

test('through the end of summer time the day still begins at midnight', () => {
  const days = ['2026-10-23T22:00Z', '2026-10-24T22:00Z', '2026-10-25T23:00Z', '2026-10-26T23:00Z']
  expect(labels(days.map((at) => ({ from: Date.parse(at) })))).toEqual(['24 Oct', '25 Oct', '26 Oct', '27 Oct'])
})

test('never more than asked for, and one at least', () => {
  for (let count = 1; count <= 400; count += 7) {
    for (const step of [60_000, hour, 24 * hour]) {
      const found = timeTicks(every('2026-11-20T13:07Z', step, count), zone, 5)
      expect(found.length).toBeGreaterThanOrEqual(1)
      expect(found.length).toBeLessThanOrEqual(5)
    }
  }
  expect(timeTicks([], zone)).toEqual([])
})

test('a bucket is named with its zone', () => {
  const bucket = { from: Date.parse('2026-11-20T13:00Z'), to: Date.parse('2026-11-20T14:00Z') }
  expect(bucketName(bucket, 'HOUR', zone)).toBe('Fri 20 Nov 2026, 14:00–15:00 CET')
  expect(bucketName(bucket, 'DAY', zone)).toBe('Fri 20 Nov 2026 (CET)')
  expect(bucketName(bucket, 'WEEK', 'UTC')).toBe('Week of Fri 20 Nov 2026 (UTC)')
  expect(bucketName(bucket, 'MONTH', 'UTC')).toBe('November 2026 (UTC)')
})
