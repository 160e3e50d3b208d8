import fc from 'fast-check'
import { expect, test } from 'vitest'

import { outline } from '../outline.ts'
import type { Values } from '../series.ts'
import { noise, normal, seeded } from '../testing.ts'
import { band, type BandOptions } from './band.ts'

/** With the seasons that the product would take. */
const bandOf = (values: Values, options: Partial<BandOptions> = {}) =>
  band(values, { seasonal: outline(values, { candidates: [7] }).seasonal, periods: [7], ...options })

const week = [20, 25, 30, 25, 20, -60, -60]
const weekly = noise(seeded(2), 140).map((x, i) => 100 + week[i % 7]! + 5 * x)

test('follows the season, four standard deviations to either side', () => {
  const { expected, lower, upper } = bandOf(weekly)!
  for (const i of weekly.keys()) {
    expect(Math.abs(expected[i]! - 100 - week[i % 7]!)).toBeLessThan(8)
    expect(upper[i]! - lower[i]!).toBeGreaterThan(28)
    expect(upper[i]! - lower[i]!).toBeLessThan(56)
  }
})

test('sensitivity makes it narrower', () => {
  const width = (sensitivity: number) => {
    const { lower, upper } = bandOf(weekly, { sensitivity })!
    return upper[0]! - lower[0]!
  }
  expect(width(2)).toBeCloseTo(width(1) / 2, 8)
})

test('is wider where values scatter more', () => {
  const random = seeded(3)
  const values = Float64Array.from({ length: 140 }, (_, i) => 100 + (i % 7 > 4 ? 10 : 2) * normal(random))
  const { upper, lower } = bandOf(values)!
  const width = (i: number) => upper[i]! - lower[i]!
  for (const i of [70, 71, 72, 73, 74]) expect(width(75) / width(i)).toBeGreaterThan(2)
  // Where nothing happens at weekends, that makes other days no events.
  const weekdays = values.map((value, i) => (i % 7 > 4 ? 0 : value))
  const deviations = bandOf(weekdays)!.deviations.filter((_, i) => i % 7 <= 4)
  expect(Math.max(...deviations.map(Math.abs))).toBeLessThan(4)
})

test('what goes far out now and then is usual, unless that is rare', () => {
  // Days with a failure, among days without one or with one of about 72 jobs.
  const failures = (every: number, usual: (day: number) => number) =>
    Float64Array.from({ length: 90 }, (_, day) => (day % every === 5 ? 0.03 + day / 1e4 : usual(day)))
  for (const usual of [() => 0, (day: number) => (day % 3 > 0 ? 1 / (70 + (day % 4)) : 0)]) {
    expect(Math.max(...bandOf(failures(10, usual))!.deviations)).toBeLessThan(3)
  }
  expect(Math.max(...bandOf(failures(45, () => 0))!.deviations)).toBeGreaterThan(10)
  // One long incident is far out only once.
  expect(
    Math.max(...bandOf(weekly.map((value, i) => value + (i >= 60 && i < 68 ? 60 : 0)))!.deviations),
  ).toBeGreaterThan(8)
})

test('starts anew after a shift', () => {
  const { expected, shifts } = bandOf(weekly.map((value, i) => value + (i < 70 ? 0 : 40)))!
  expect(shifts).toEqual([70])
  expect(Math.abs(expected[69]! - 100 - week[6]!)).toBeLessThan(8)
  expect(Math.abs(expected[70]! - 140 - week[0]!)).toBeLessThan(8)
})

test('is not symmetric for durations, and never below 0', () => {
  const { expected, lower, upper } = bandOf(noise(seeded(2), 200).map((x) => 60 * Math.exp(x)))!
  expect(lower.every((value) => value > 0)).toBe(true)
  expect(upper[100]! - expected[100]!).toBeGreaterThan(5 * (expected[100]! - lower[100]!))
})

test('too few values, and wrong calls', () => {
  expect(bandOf(weekly.slice(0, 23))).toBeNull()
  expect(bandOf([])).toBeNull()
  expect(() => bandOf(weekly, { sensitivity: 0 })).toThrow(new RangeError('sensitivity is not positive: 0'))
  expect(() => bandOf(weekly, { seasonal: [1] })).toThrow(RangeError)
  expect(() => bandOf(weekly, { seasonal: weekly.map(() => NaN) })).toThrow(RangeError)
})

test('follows shift and scale, but where values above 0 may be on another scale', () => {
  const negative = fc.array(fc.oneof(fc.integer({ min: -99, max: -1 }), fc.constant(NaN)), {
    minLength: 24,
    maxLength: 80,
  })
  fc.assert(
    fc.property(negative, (values) => {
      const seasonal = values.map((_, i) => i % 7)
      const plain = band(values, { seasonal, periods: [7] })
      const moved = band(
        values.map((value) => 4 * value - 1000),
        { seasonal: seasonal.map((height) => 4 * height), periods: [7] },
      )
      if (!plain || !moved) return
      for (const i of values.keys()) {
        expect(moved.lower[i]).toBeCloseTo(4 * plain.lower[i]! - 1000, 6)
        expect(moved.expected[i]).toBeCloseTo(4 * plain.expected[i]! - 1000, 6)
        expect(moved.upper[i]).toBeCloseTo(4 * plain.upper[i]! - 1000, 6)
      }
      expect(moved.shifts).toEqual(plain.shifts)
    }),
  )
})

test('has no width around a constant', () => {
  for (const constant of [0.1, 0, -3.3, 1e9 + 0.1]) {
    const { expected, deviations } = bandOf(Array(40).fill(constant))!
    for (const value of expected) expect(value).toBeCloseTo(constant, 6)
    // Nothing but rounding.
    for (const deviation of deviations) expect(Math.abs(deviation)).toBeLessThan(1e-3)
  }
})

test('every number is finite, and the expected value is in its band', () => {
  const anyValues = fc.array(
    fc.oneof(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.integer({ min: -9, max: 9 }), fc.constant(NaN)),
    {
      minLength: 20,
      maxLength: 80,
    },
  )
  fc.assert(
    fc.property(anyValues, (values) => {
      const found = bandOf(values)
      if (!found) return
      for (const i of values.keys()) {
        expect(Number.isFinite(found.deviations[i])).toBe(true)
        expect(found.lower[i]!).toBeLessThanOrEqual(found.expected[i]!)
        expect(found.expected[i]!).toBeLessThanOrEqual(found.upper[i]!)
        expect(Number.isFinite(found.upper[i]! - found.lower[i]!)).toBe(true)
      }
    }),
  )
})
