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
  expect(spans([split.days!, split.hours!])).toEqual([
    ['2026-11-01T00:00', '2026-11-20T00:00'],
    ['2026-11-01T00:00', '2026-11-20T12:00'],
  ])
  expect(split.cutDays).toEqual([at('2026-11-20T00:00Z')])
  expect(spans(split.rows)).toEqual([['2026-11-20T12:00', '2026-11-20T12:34']])
})

test('days of Berlin need hours, those of Kolkata also the rows of an hour each', () => {
  const range = { from: at('2026-11-01T23:00Z'), to: at('2026-11-04T23:00Z') }
  const berlin = splitPeriod({ ...range, edges: bucketEdges(range, { every: 'DAY', zone: 'Europe/Berlin' }, 100) })
  expect(berlin.days).toBeNull()
  expect(berlin.cutDays).toHaveLength(4)
  expect(berlin.rows).toEqual([])
  const kolkata = splitPeriod({ ...range, edges: bucketEdges(range, { every: 'DAY', zone: 'Asia/Kolkata' }, 100) })
  expect(spans(kolkata.rows)).toEqual([
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
    expect(splitPeriod({ ...range, edges: bucketEdges(range, grid, 1000) }).hours).toBeNull()
  }
})

test('every moment of a period is answered once, from units within one bucket', () => {
  const moment = fc.integer({ min: at('2026-03-20T00:00Z') / 60_000, max: at('2026-04-20T00:00Z') / 60_000 })
  const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Asia/Kathmandu')
  const property = fc.property(moment, moment, zone, fc.constantFrom(...GRANULARITIES), (a, b, zone, every) => {
    fc.pre(a !== b)
    const range = { from: Math.min(a, b) * 60_000, to: Math.max(a, b) * 60_000 }
    const edges = bucketEdges(range, { every, zone }, 50_000)
    const { days, hours, cutDays, cutHours, rows } = splitPeriod({ ...range, edges })
    if (!hours) return
    const covered: { from: number; to: number }[] = [...rows]
    for (let day = days?.from ?? 0; day < (days?.to ?? 0); day += DAY_MS) {
      if (!cutDays.includes(day)) covered.push({ from: day, to: day + DAY_MS })
    }
    for (let hour = hours.from; hour < hours.to; hour += HOUR_MS) {
      const isOfCutDay = cutDays.includes(Math.floor(hour / DAY_MS) * DAY_MS)
      if (isOfCutDay && !cutHours.includes(hour)) covered.push({ from: hour, to: hour + HOUR_MS })
    }
    covered.sort((a, b) => a.from - b.from)
    expect(covered[0]!.from).toBe(range.from)
    expect(covered.at(-1)!.to).toBe(range.to)
    covered.slice(1).forEach((span, i) => expect(span.from).toBe(covered[i]!.to))
    const units = covered.filter((span) => !rows.includes(span))
    for (const { from, to } of units) expect(edges.some((edge) => edge > from && edge < to)).toBe(false)
  })
  fc.assert(property, { numRuns: 300, seed: 20261127 })
})
