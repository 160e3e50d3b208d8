import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../lib/zoned-time.ts'
import { bucketEdges } from './buckets.ts'
import { keptPeriod } from './kept-period.ts'
import { GRANULARITIES, type Granularity } from './metric-query.ts'
import { splitPeriod } from './split-period.ts'

const kept = { jobs: new Date('2026-11-10T00:00Z'), rollups: new Date('2026-10-01T00:00Z') }
const forEver = { jobs: null, rollups: null }

interface Asked {
  from: string
  to: string
  every?: Granularity
  zone?: string
}

function periodOf({ from, to, every, zone = 'UTC' }: Asked) {
  const range = { from: Date.parse(from), to: Date.parse(to) }
  return { ...range, edges: every ? bucketEdges(range, { every, zone }, 10_000) : [range.from, range.to] }
}

/** What is left of a period, to the minute. */
function left(asked: Asked, { rollup = true } = {}) {
  const period = periodOf(asked)
  const result = keptPeriod(period, kept, rollup)
  expect(result.edges).toBe(period.edges)
  return [result.from, result.to].map((at) => new Date(at).toISOString().slice(0, 16))
}

test('where everything is kept, or recent, nothing is cut', () => {
  const period = periodOf({ from: '2026-09-01T10:20Z', to: '2026-11-20T12:34Z', every: 'DAY', zone: 'Asia/Kolkata' })
  expect(keptPeriod(period, forEver, false)).toEqual(period)
  expect(left({ from: '2026-11-11T10:20Z', to: '2026-11-20T12:34Z' })).toEqual(['2026-11-11T10:20', '2026-11-20T12:34'])
})

test('days of UTC and of Berlin go back as far as rollups do', () => {
  const range = { from: '2026-10-31T23:00Z', to: '2026-11-20T12:34Z', every: 'DAY' } as const
  expect(left({ ...range, zone: 'Europe/Berlin' })).toEqual(['2026-10-31T23:00', '2026-11-20T12:34'])
  expect(left({ ...range, from: '2026-09-01T00:00Z' })).toEqual(['2026-10-01T00:00', '2026-11-20T12:34'])
})

test('without a rollup the jobs are all there is', () => {
  const range = { from: '2026-11-01T00:00Z', to: '2026-11-20T12:34Z' }
  expect(left(range, { rollup: false })).toEqual(['2026-11-10T00:00', '2026-11-20T12:34'])
})

test('an hour that a midnight of Kolkata cuts cannot be told apart any more: what follows it is left', () => {
  const range = { from: '2026-11-05T18:30Z', to: '2026-11-12T18:30Z', every: 'DAY', zone: 'Asia/Kolkata' } as const
  expect(left(range)).toEqual(['2026-11-09T19:00', '2026-11-12T18:30'])
  expect(left({ ...range, every: 'MINUTE' })).toEqual(['2026-11-10T00:00', '2026-11-12T18:30'])
})

test('a range that begins or ends within an hour that is gone loses that hour', () => {
  const range = { from: '2026-11-02T10:20Z', to: '2026-11-05T12:34Z' }
  expect(left(range)).toEqual(['2026-11-02T11:00', '2026-11-05T12:00'])
})

test('of what is gone altogether nothing is left', () => {
  const [from, to] = ['2026-09-02T10:00Z', '2026-09-05T12:00Z']
  expect(left({ from, to })).toEqual(['2026-09-05T12:00', '2026-09-05T12:00'])
  expect(left({ from, to }, { rollup: false })).toEqual(['2026-09-05T12:00', '2026-09-05T12:00'])
  expect(left({ from: '2026-11-02T10:20Z', to: '2026-11-02T10:40Z' })).toEqual(['2026-11-02T10:00', '2026-11-02T10:00'])
})

test('no row of before is needed for what is left, and no more is cut than has to be', () => {
  const moment = fc.integer({ min: -20 * 24 * 60, max: 20 * 24 * 60 }).map((n) => kept.jobs.getTime() + n * MINUTE_MS)
  const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kolkata', 'Asia/Kathmandu', 'Australia/Lord_Howe')
  const every = fc.option(fc.constantFrom(...GRANULARITIES.filter((one) => one !== 'MINUTE')))
  const rollups = fc.integer({ min: 0, max: 20 }).map((days) => new Date(kept.jobs.getTime() - days * DAY_MS))
  const property = fc.property(moment, moment, zone, fc.record({ every, rollups }), (one, other, zone, rest) => {
    const range = { from: Math.min(one, other), to: Math.max(one, other) + MINUTE_MS }
    const edges = rest.every ? bucketEdges(range, { every: rest.every, zone }, 10_000) : [range.from, range.to]
    const { from, to } = keptPeriod({ ...range, edges }, { jobs: kept.jobs, rollups: rest.rollups }, true)
    if (from < to && from < kept.jobs.getTime()) {
      const rows = splitPeriod({ from, to, edges })!.rows
      expect(rows.spans.filter((span) => span.from < kept.jobs.getTime())).toEqual([])
    }
    if (from > Math.max(range.from, rest.rollups.getTime()) && from < to) {
      const lost = [range.from, ...edges].filter((edge) => edge > from - HOUR_MS && edge < from)
      expect(lost).not.toEqual([])
    }
  })
  fc.assert(property, { numRuns: 2000 })
})
