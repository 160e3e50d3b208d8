import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { outline } from '../outline.ts'
import type { Values } from '../series.ts'
import { noise, normal, seeded } from '../testing.ts'
import { anomalies } from './anomalies.ts'

/** With the seasons that the product would take. */
const anomaliesOf = (values: Values, sensitivity = 1) =>
  anomalies(values, { seasonal: outline(values, { candidates: [7] }).seasonal, periods: [7], sensitivity })

const week = [20, 25, 30, 25, 20, -60, -60]
const weekly = noise(seeded(2), 140).map((x, i) => 200 + week[i % 7]! + 10 * x)
const found = (values: Float64Array) => anomaliesOf(values)!

/** Share of all points that lie in a finding; of a level shift only the first. */
function falseShare(make: (random: () => number, i: number) => number): number {
  const points = Array.from({ length: 200 }, (_, seed) => {
    const random = seeded(seed)
    const values = Float64Array.from({ length: 90 }, (_, i) => make(random, i))
    return found(values).reduce(
      (sum, { method, start, end }) => sum + (method === 'LEVEL_SHIFT' ? 1 : end - start + 1),
      0,
    )
  })
  return points.reduce((sum, count) => sum + count, 0) / (200 * 90)
}

function poisson(random: () => number, mean: number): number {
  let count = 0
  for (let product = random(); product > Math.exp(-mean); product *= random()) count++
  return count
}

describe('anomalies', () => {
  it('finds nothing where nothing is', () => {
    expect(found(weekly)).toEqual([])
    expect(found(new Float64Array(90).fill(5))).toEqual([])
  })

  it('finds a spike, with evidence', () => {
    const [spike, ...others] = found(weekly.map((value, i) => (i === 60 ? value + 80 : value)))
    expect(others).toEqual([])
    expect(spike).toMatchObject({ start: 60, end: 60, peak: 60, direction: 'ABOVE', method: 'ROBUST_DEVIATION' })
    expect(spike!.actual).toBe(weekly[60]! + 80)
    expect(Math.abs(spike!.expected - 200 - week[60 % 7]!)).toBeLessThan(15)
    expect(spike!.upper).toBeLessThan(spike!.actual)
    expect(spike!.lower).toBeLessThan(spike!.expected)
    expect(spike!.score).toBeGreaterThan(4)
    expect(spike!.pValue).toBeLessThan(1e-4)
    expect([spike!.baselineStart, spike!.baselineEnd]).toEqual([37, 83])
  })

  it('an incident of six points is one finding', () => {
    expect(found(weekly.map((value, i) => (i >= 60 && i < 66 ? value + 60 : value)))).toMatchObject([
      { start: 60, end: 65, direction: 'ABOVE' },
    ])
  })

  it('an event that is slight and lasts is one finding too', () => {
    const lasting = (height: number) =>
      Array.from({ length: 100 }, (_, seed) => {
        const values = noise(seeded(seed), 90).map((x, i) => 100 + x + (i >= 60 && i < 66 ? height : 0))
        return found(values).filter(({ start, end }) => start <= 66 && end >= 59)
      })
    expect(lasting(4).filter((of) => of.length === 1).length).toBeGreaterThan(85)
    expect(lasting(8).filter((of) => of.length === 1 && of[0]!.start === 60).length).toBeGreaterThan(95)
  })

  it('a large event does not take in what is hardly unusual before it', () => {
    const [event, ...others] = found(weekly.map((value, i) => value + (i === 60 ? 600 : i === 58 ? 28 : 0)))
    expect(event).toMatchObject({ start: 60, end: 60 })
    expect(others).toEqual([])
  })

  it('a level shift is one finding, compared with the level before it', () => {
    const [shift, ...others] = found(weekly.map((value, i) => (i >= 70 ? value - 40 : value)))
    expect(others).toEqual([])
    expect(shift).toMatchObject({ start: 70, direction: 'BELOW', method: 'LEVEL_SHIFT', baselineEnd: 69 })
    expect(shift!.expected - shift!.actual).toBeGreaterThan(30)
  })

  it('zeros are an event, and missing values are none', () => {
    const outage = found(weekly.map((value, i) => (i >= 60 && i < 63 ? 0 : value)))
    expect(outage).toMatchObject([{ start: 60, end: 62, direction: 'BELOW', actual: 0 }])
    expect(found(weekly.map((value, i) => (i >= 60 && i < 63 ? NaN : value)))).toEqual([])
  })

  it('a constant series with one other value', () => {
    expect(found(new Float64Array(90).fill(7).fill(3, 50, 51))).toMatchObject([{ start: 50, end: 50, expected: 7 }])
  })

  it('finds the same in any unit, and upside down', () => {
    const events = weekly.map((value, i) => value + (i === 40 ? 80 : i >= 90 ? -60 : 0) - 500)
    const places = (values: Float64Array) => found(values).map(({ start, peak, method }) => ({ start, peak, method }))
    const plain = places(events)
    expect(plain).toMatchObject([{ start: 40 }, { start: 90 }])
    for (const scale of [1024, 2 ** -20]) expect(places(events.map((value) => scale * value))).toEqual(plain)
    const upside = found(events.map((value) => -1000 - value))
    expect(upside).toMatchObject([
      { start: 40, direction: 'BELOW' },
      { start: 90, direction: 'ABOVE' },
    ])
  })

  it('what is less than 2 % of the expected value is not worth a finding', () => {
    const steady = noise(seeded(2), 90).map((x, i) => 1000 + x / 10 + (i === 60 ? 10 : i === 30 ? 30 : 0))
    expect(found(steady)).toMatchObject([{ peak: 30 }])
  })

  it('is sensitive as asked', () => {
    const slight = weekly.map((value, i) => (i === 60 ? 200 + week[4]! + 35 : value))
    expect(anomaliesOf(slight, 0.5)).toEqual([])
    expect(anomaliesOf(slight, 1.6)!.some(({ peak }) => peak === 60)).toBe(true)
  })

  it('needs 24 values', () => {
    expect(anomaliesOf(weekly.slice(0, 23))).toBeNull()
    expect(anomaliesOf(weekly.slice(0, 24))).not.toBeNull()
    expect(anomaliesOf([])).toBeNull()
    expect(anomaliesOf([1])).toBeNull()
  })

  it.each([
    ['white noise', (random: () => number) => 100 + 10 * normal(random)],
    ['a season', (random: () => number, i: number) => 100 + 3 * week[i % 7]! + 10 * normal(random)],
    ['counts', (random: () => number) => poisson(random, 2)],
    ['rare counts', (random: () => number) => poisson(random, 0.05)],
    ['durations', (random: () => number) => 60 * Math.exp(0.8 * normal(random))],
  ])('of %s less than 1 %% of the points are in a finding', (_, make) => {
    expect(falseShare(make)).toBeLessThan(0.01)
  })

  it('of noise that remembers itself less than 1 % of the points are in a finding', () => {
    let state = 0
    expect(falseShare((random) => 100 + (state = 0.6 * state + 8 * normal(random)))).toBeLessThan(0.01)
  })

  it('says nothing that is not a number, and looks only where it may', () => {
    const anyValues = fc.array(fc.oneof(fc.integer({ min: -50, max: 50 }), fc.constant(NaN)), {
      minLength: 24,
      maxLength: 80,
    })
    fc.assert(
      fc.property(anyValues, (values) => {
        for (const anomaly of anomaliesOf(values) ?? []) {
          const { start, end, peak, direction, method, ...numbers } = anomaly
          expect(Object.values(numbers).every(Number.isFinite)).toBe(true)
          expect(start <= peak && peak <= end && end < values.length).toBe(true)
          expect(direction).toBe(anomaly.actual > anomaly.expected ? 'ABOVE' : 'BELOW')
          expect(['ROBUST_DEVIATION', 'LEVEL_SHIFT']).toContain(method)
        }
      }),
    )
  })
})
