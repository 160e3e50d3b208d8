import fc from 'fast-check'
import { expect, test } from 'vitest'

import { noise, seeded } from '../testing.ts'
import { band } from './band.ts'

const week = [20, 25, 30, 25, 20, -60, -60]
const weekly = noise(seeded(2), 140).map((x, i) => 100 + week[i % 7]! + 5 * x)

test('follows the season, four standard deviations to either side', () => {
  const { expected, lower, upper } = band(weekly, { periods: [7] })!
  for (const i of weekly.keys()) {
    expect(Math.abs(expected[i]! - 100 - week[i % 7]!)).toBeLessThan(8)
    expect(upper[i]! - lower[i]!).toBeGreaterThan(28)
    expect(upper[i]! - lower[i]!).toBeLessThan(56)
  }
})

test('sensitivity makes it narrower', () => {
  const width = (sensitivity: number) => {
    const { lower, upper } = band(weekly, { periods: [7], sensitivity })!
    return upper[0]! - lower[0]!
  }
  expect(width(2)).toBeCloseTo(width(1) / 2, 8)
})

test('takes seasons from outside', () => {
  const seasonal = weekly.map((_, i) => week[i % 7]!)
  const { expected } = band(weekly, { periods: [], seasonal })!
  for (const i of weekly.keys()) expect(Math.abs(expected[i]! - 100 - seasonal[i]!)).toBeLessThan(4)
})

test('starts anew after a shift', () => {
  const { expected, shifts } = band(
    weekly.map((value, i) => value + (i < 70 ? 0 : 40)),
    { periods: [7] },
  )!
  expect(shifts).toEqual([70])
  expect(Math.abs(expected[69]! - 100 - week[6]!)).toBeLessThan(8)
  expect(Math.abs(expected[70]! - 140 - week[0]!)).toBeLessThan(8)
})

test('is not symmetric for durations, and never below 0', () => {
  const { expected, lower, upper } = band(
    noise(seeded(2), 200).map((x) => 60 * Math.exp(x)),
    { periods: [] },
  )!
  expect(lower.every((value) => value > 0)).toBe(true)
  expect(upper[100]! - expected[100]!).toBeGreaterThan(5 * (expected[100]! - lower[100]!))
})

test('too few values, and wrong calls', () => {
  expect(band(weekly.slice(0, 23), { periods: [7] })).toBeNull()
  expect(band([], { periods: [] })).toBeNull()
  expect(() => band(weekly, { periods: [7], sensitivity: 0 })).toThrow(new RangeError('sensitivity is not positive: 0'))
  expect(() => band(weekly, { periods: [7], seasonal: [1] })).toThrow(RangeError)
  expect(() => band(weekly, { periods: [], seasonal: weekly.map(() => NaN) })).toThrow(RangeError)
})

test('follows shift and scale, but where values above 0 may be on another scale', () => {
  const negative = fc.array(fc.oneof(fc.integer({ min: -99, max: -1 }), fc.constant(NaN)), {
    minLength: 24,
    maxLength: 80,
  })
  fc.assert(
    fc.property(negative, (values) => {
      const plain = band(values, { periods: [7] })
      const moved = band(
        values.map((value) => 4 * value - 1000),
        { periods: [7] },
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
    const { expected, deviations } = band(Array(40).fill(constant), { periods: [7] })!
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
      const found = band(values, { periods: [7] })
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
