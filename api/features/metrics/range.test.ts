import { expect, test } from 'vitest'
import type { TimeRange } from '../../schema/time-range.ts'
import type { Granularity } from './metric-query.ts'
import { checkTimezone, completeBuckets, coveredHours, planPeriod } from './range.ts'

const now = new Date('2026-11-20T10:20:00Z')

function period(range: TimeRange, every: Granularity | null, zone = 'UTC', maxBuckets = 1000) {
  return planPeriod({ range, every, zone }, now, maxBuckets)
}

const iso = (at: number) => new Date(at).toISOString()

test('with "last" the first bucket is whole, and the last one ends now', () => {
  const days = period({ last: 'P7D' }, 'DAY', 'Europe/Berlin')
  expect(iso(days.from)).toBe('2026-11-12T23:00:00.000Z')
  expect(iso(days.to)).toBe(now.toISOString())
  expect(days.edges).toHaveLength(9)
  expect(completeBuckets(days, now.getTime())).toEqual([...Array<boolean>(7).fill(true), false])
})

test('with "from" the first bucket may be cut, and says so', () => {
  const range = { from: new Date('2026-11-18T06:00:00Z'), to: new Date('2026-11-22T00:00:00Z') }
  const days = period(range, 'DAY')
  expect(iso(days.from)).toBe('2026-11-18T06:00:00.000Z')
  expect(iso(days.edges[0]!)).toBe('2026-11-18T00:00:00.000Z')
  expect(completeBuckets(days, now.getTime())).toEqual([false, true, false, false])
  expect(coveredHours(days, now.getTime())).toEqual([18, 24, 10 + 1 / 3, 0])
})

test('without buckets there is one, as long as the range', () => {
  const total = period({ last: 'PT6H' }, null)
  expect(total.edges).toEqual([total.from, total.to])
  expect(coveredHours(total, now.getTime())).toEqual([6])
})

test('too many buckets: says which would fit', () => {
  expect(() => period({ last: 'P30D' }, 'MINUTE')).toThrow(
    'more than 1000 buckets of this range: every: HOUR would fit',
  )
  expect(() => period({ last: 'P40Y' }, 'MINUTE')).toThrow('every: MONTH would fit')
  expect(() => period({ last: 'P2D' }, 'HOUR', 'UTC', 1)).toThrow('ask for fewer measures, or choose a shorter range')
})

test('a time zone that does not exist', () => {
  expect(checkTimezone('Asia/Kolkata')).toBe('Asia/Kolkata')
  expect(() => checkTimezone('Europe/Berln')).toThrow(
    'no time zone "Europe/Berln". The nearest name is "Europe/Berlin"',
  )
  expect(() => checkTimezone('Asia/Kolkatta')).toThrow('"Asia/Kolkata"')
  expect(() => checkTimezone('+02:00')).toThrow('no time zone')
})
