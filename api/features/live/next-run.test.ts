import { describe, expect, test } from 'vitest'
import type { MetricQuery } from '../metrics/index.ts'
import { nextRun, touches } from './next-run.ts'

const now = new Date('2026-11-20T12:34:56.789Z')

function next(query: Partial<MetricQuery>): string | null {
  const at = nextRun({ dataset: 'jobs', measures: ['count'], range: { last: 'P7D' }, ...query }, now)
  return at === null ? null : new Date(at).toISOString()
}

describe('nextRun', () => {
  test('with buckets: when the next one begins, by the clock of the time zone', () => {
    expect(next({ every: 'HOUR' })).toBe('2026-11-20T13:00:00.000Z')
    expect(next({ every: 'DAY' })).toBe('2026-11-21T00:00:00.000Z')
    expect(next({ every: 'DAY', timezone: 'Asia/Kolkata' })).toBe('2026-11-20T18:30:00.000Z')
  })
  test('or when the oldest one leaves', () => {
    expect(next({ every: 'HOUR', range: { last: 'PT90M' } })).toBe('2026-11-20T13:00:00.000Z')
    expect(next({ every: 'HOUR', range: { last: 'PT95M' } })).toBe('2026-11-20T12:35:00.000Z')
  })
  test('without buckets, or with a measure that is divided by the time that passed: every half a minute', () => {
    expect(next({})).toBe('2026-11-20T12:35:26.789Z')
    expect(next({ every: 'DAY', measures: ['throughput'] })).toBe('2026-11-20T12:35:26.789Z')
  })
  test('of whole periods: when the next one is over', () => {
    expect(next({ range: { previous: 'DAY', count: 3 } })).toBe('2026-11-21T00:00:00.000Z')
    expect(next({ range: { previous: 'MONTH' }, timezone: 'Europe/Berlin' })).toBe('2026-11-30T23:00:00.000Z')
    expect(next({ range: { current: 'DAY' }, every: 'WEEK' })).toBe('2026-11-21T00:00:00.000Z')
  })
  test('never, when all of it has passed', () => {
    expect(next({ range: { from: new Date(0), to: new Date('2026-11-20T12:00:00Z') } })).toBeNull()
    expect(next({ range: { last: 'P1D', to: new Date('2026-11-20T12:00:00Z') }, every: 'HOUR' })).toBeNull()
  })
  test('when a bucket of a range that ends later is over', () => {
    expect(
      next({ range: { from: new Date('2026-11-20T00:00Z'), to: new Date('2026-11-25T00:00Z') }, every: 'HOUR' }),
    ).toBe('2026-11-20T13:00:00.000Z')
  })
})

describe('touches', () => {
  const [a, b, c, d] = [1, 2, 3, 4].map((day) => new Date(Date.UTC(2026, 10, day)))
  const covered = { from: c!, to: d!, comparedFrom: null, comparedTo: null }
  test('changes within it', () => {
    expect(touches({ from: c!, to: c! }, covered, false)).toBe(true)
    expect(touches({ from: a!, to: c! }, covered, false)).toBe(true)
  })
  test('not those before or after it', () => {
    expect(touches({ from: a!, to: b! }, covered, false)).toBe(false)
    expect(touches({ from: d!, to: d! }, covered, false)).toBe(false)
  })
  test('those after it when it goes on with the clock', () => {
    expect(touches({ from: d!, to: d! }, covered, true)).toBe(true)
    expect(touches({ from: a!, to: b! }, covered, true)).toBe(false)
  })
  test('those within the compared period', () => {
    const compared = { ...covered, comparedFrom: a!, comparedTo: b! }
    expect(touches({ from: a!, to: a! }, compared, false)).toBe(true)
    expect(touches({ from: b!, to: b! }, compared, false)).toBe(false)
  })
})
