import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DAY_MS, HOUR_MS } from '../../lib/zoned-time.ts'
import { bucketEdges } from './buckets.ts'
import { GRANULARITIES } from './metric-query.ts'
import { splitPeriod } from './split-period.ts'

const at = (text: string) => Date.parse(text)
const spans = (all: readonly { from: number; to: number }[]) => {
  return all.map(({ from, to }) => [new Date(from).toISOString().slice(0, 16), new Date(to).toISOString().slice(0, 16)])
}

test('days of UTC need nothing but days, up to the hour that it is', () => {
  const range = { from: at('2026-11-01T00:00Z'), to: at('2026-11-20T12:34Z') }
  const split = splitPeriod({ ...range, edges: bucketEdges(range, { every: 'DAY', zone: 'UTC' }, 100) })
  expect(spans([split!.days!])).toEqual([['2026-11-01T00:00', '2026-11-20T00:00']])
  expect(split!.hours.units).toEqual([at('2026-11-20T00:00Z')])
  expect(spans(split!.hours.spans)).toEqual([['2026-11-20T00:00', '2026-11-20T12:00']])
  expect(spans(split!.rows.spans)).toEqual([['2026-11-20T12:00', '2026-11-20T12:34']])
})

test('days of Berlin need hours, those of Kolkata also the rows of an hour each', () => {
  const range = { from: at('2026-11-01T23:00Z'), to: at('2026-11-04T23:00Z') }
  const berlin = splitPeriod({ ...range, edges: bucketEdges(range, { every: 'DAY', zone: 'Europe/Berlin' }, 100) })
  expect(berlin!.days).toBeNull()
  expect(spans(berlin!.hours.spans)).toEqual([['2026-11-01T23:00', '2026-11-04T23:00']])
  expect(berlin!.rows).toEqual({ units: [], spans: [] })
  const kolkata = splitPeriod({ ...range, edges: bucketEdges(range, { every: 'DAY', zone: 'Asia/Kolkata' }, 100) })
  expect(spans(kolkata!.rows.spans)).toEqual([
    ['2026-11-02T18:00', '2026-11-02T19:00'],
    ['2026-11-03T18:00', '2026-11-03T19:00'],
    ['2026-11-04T18:00', '2026-11-04T19:00'],
  ])
})

test('minutes, and hours of half an hour beside those of UTC, need the rows of everything', () => {
  const range = { from: at('2026-11-01T00:00Z'), to: at('2026-11-01T06:00Z') }
  for (const grid of [
    { every: 'MINUTE', zone: 'UTC' },
    { every: 'HOUR', zone: 'Asia/Kolkata' },
  ] as const) {
    expect(splitPeriod({ ...range, edges: bucketEdges(range, grid, 1000) })).toBeNull()
  }
})

test('every moment of a period is answered once, from units within one bucket', () => {
  const moment = fc.integer({ min: at('2026-03-20T00:00Z') / 60_000, max: at('2026-04-20T00:00Z') / 60_000 })
  const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Asia/Kathmandu')
  const property = fc.property(moment, moment, zone, fc.constantFrom(...GRANULARITIES), (a, b, zone, every) => {
    fc.pre(a !== b)
    const range = { from: Math.min(a, b) * 60_000, to: Math.max(a, b) * 60_000 }
    const edges = bucketEdges(range, { every, zone }, 50_000)
    const split = splitPeriod({ ...range, edges })
    if (!split) return
    const { days, hours, rows } = split
    const whole = (spans: readonly { from: number; to: number }[], unitMs: number, cut: readonly number[]) => {
      const units = spans.flatMap(({ from, to }) =>
        Array.from({ length: (to - from) / unitMs }, (_, i) => from + i * unitMs),
      )
      return units.filter((unit) => !cut.includes(unit)).map((unit) => ({ from: unit, to: unit + unitMs }))
    }
    const units = [...whole(days ? [days] : [], DAY_MS, hours.units), ...whole(hours.spans, HOUR_MS, rows.units)]
    const covered = [...units, ...rows.spans]
    covered.sort((a, b) => a.from - b.from)
    expect(covered[0]!.from).toBe(range.from)
    expect(covered.at(-1)!.to).toBe(range.to)
    covered.slice(1).forEach((span, i) => expect(span.from).toBe(covered[i]!.to))
    for (const { from, to } of units) expect(edges.some((edge) => edge > from && edge < to)).toBe(false)
  })
  fc.assert(property, { numRuns: 300, seed: 20261127 })
})
