import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { type Forecast, forecast } from './forecast.ts'
import { PASSENGERS, RISING } from './testing-series.ts'

/** Days with a weekend, by a pseudo-random generator (Park and Miller) so that every run is the same. */
function days(count: number, seed = 7): Float64Array {
  let state = seed
  const draw = () => (state = (state * 48271) % 2147483647) / 2147483647
  return Float64Array.from({ length: count }, (_, day) => Math.round((day % 7 < 5 ? 40 : 8) + 10 * draw()))
}

const close = (actual: Float64Array, expected: Float64Array) =>
  actual.forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 4))

function expectSane({ mean, lower, upper, members, pastError }: Forecast): void {
  for (const values of [mean, lower, upper]) expect(values.every(Number.isFinite)).toBe(true)
  mean.forEach((value, i) => expect(lower[i]! <= value && value <= upper[i]!).toBe(true))
  expect(members.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1)
  expect(pastError.folds).toBeGreaterThan(0)
  expect(Number.isFinite(pastError.smape)).toBe(true)
}

describe('forecast', () => {
  it('finds the year of the airline passengers', () => {
    // 1953, the year after: Box and Jenkins, series G.
    const next = [196, 196, 236, 235, 229, 243, 264, 272, 237, 211, 180, 201]
    const found = forecast(PASSENGERS, { horizon: 12, periods: [12], nonNegative: true })!
    expectSane(found)
    expect(found.pastError.smape).toBeLessThan(8)
    next.forEach((value, i) => expect(Math.abs(found.mean[i]! / value - 1)).toBeLessThan(0.1))
  })

  it('knows the weekend', () => {
    const found = forecast(days(91), { horizon: 14, periods: [7], nonNegative: true })!
    found.mean.forEach((value, i) => expect(value > 30).toBe(i % 7 < 5))
    expect(found.pastError.mase).toBeLessThan(1)
  })

  it('covers about as many values as it says', () => {
    let inside = 0
    for (let seed = 1; seed <= 20; seed++) {
      const all = days(104, seed)
      const { lower, upper } = forecast(all.slice(0, 90), { horizon: 14, periods: [7], level: 0.9 })!
      for (let i = 0; i < 14; i++) if (lower[i]! <= all[90 + i]! && all[90 + i]! <= upper[i]!) inside++
    }
    expect(inside / (20 * 14)).toBeGreaterThan(0.86)
  })

  it('widens the band with the level', () => {
    const narrow = forecast(RISING, { horizon: 2, periods: [], level: 0.5 })!
    const wide = forecast(RISING, { horizon: 2, periods: [], level: 0.95 })!
    expect(wide.mean).toEqual(narrow.mean)
    expect(wide.upper[1]! - wide.lower[1]!).toBeGreaterThan(narrow.upper[1]! - narrow.lower[1]!)
  })

  it('keeps a constant, and zeros', () => {
    for (const constant of [5, 0, -3]) {
      const found = forecast(new Float64Array(30).fill(constant), { horizon: 3, periods: [7] })!
      expectSane(found)
      close(found.mean, new Float64Array(3).fill(constant))
      expect(found.pastError.mase).toBeNull()
    }
  })

  it('never counts below 0', () => {
    const sparse = Float64Array.from({ length: 60 }, (_, day) => (day % 9 === 0 ? 3 : 0))
    const found = forecast(sparse, { horizon: 30, periods: [7], nonNegative: true })!
    expectSane(found)
    expect(Math.min(...found.mean, ...found.lower)).toBeGreaterThanOrEqual(0)
  })

  it('is null with less than ten values, and where most are missing', () => {
    expect(forecast([], { horizon: 1, periods: [] })).toBeNull()
    expect(forecast([1], { horizon: 1, periods: [7] })).toBeNull()
    expect(forecast([1, 2, 3, 4, 5, 6, 7, 8, 9], { horizon: 1, periods: [] })).toBeNull()
    expect(forecast([...new Array<number>(20).fill(NaN), ...RISING], { horizon: 1, periods: [] })).toBeNull()
  })

  it('bridges gaps, and does not touch what it was given', () => {
    const gaps = days(91)
    for (const day of [0, 20, 21, 90]) gaps[day] = NaN
    const before = gaps.slice()
    const found = forecast(gaps, { horizon: 7, periods: [7] })!
    expectSane(found)
    expect(gaps).toEqual(before)
    expect(found.mean[2]).toBeGreaterThan(30)
  })

  it('rejects a wrong horizon, level and period', () => {
    const call = (options: object) => () => forecast(RISING, { horizon: 1, periods: [], ...options })
    expect(call({ horizon: 0 })).toThrow(new RangeError('horizon is not a whole number from 1: 0'))
    expect(call({ level: 95 })).toThrow(new RangeError('level is not between 0 and 1: 95'))
    expect(call({ periods: [7, 1.5] })).toThrow(new RangeError('period is not a whole number from 2: 1.5'))
  })

  it('follows the unit of the values', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.constantFrom(0.001, 60, 1e6), (seed, factor) => {
        const options = { horizon: 5, periods: [7] }
        const found = forecast(days(40, seed), options)!
        const scaled = forecast(
          days(40, seed).map((value) => value * factor),
          options,
        )!
        close(
          scaled.mean.map((value) => value / factor),
          found.mean,
        )
        close(
          scaled.upper.map((value) => value / factor),
          found.upper,
        )
      }),
      { numRuns: 20 },
    )
  })

  it('says something sane about any series', () => {
    const value = fc.oneof(fc.integer({ min: -5, max: 100 }), fc.constant(0), fc.constant(NaN), fc.constant(1e9))
    fc.assert(
      fc.property(fc.array(value, { maxLength: 60 }), fc.constantFrom([], [7], [2, 24]), (values, periods) => {
        const found = forecast(values, { horizon: 9, periods })
        if (found) expectSane(found)
      }),
    )
  })
})
