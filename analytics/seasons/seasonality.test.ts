import fc from 'fast-check'
import { expect, test } from 'vitest'

import { noise, seeded } from '../testing.ts'
import { seasonality } from './seasonality.ts'

const sine = (period: number, i: number): number => Math.sin((2 * Math.PI * i) / period)
const periodsOf = (values: Float64Array | number[], candidates: number[]): number[] =>
  seasonality(values, { candidates })!.periods.map(({ period }) => period)

const SERIES = 20
const NOISE = 0.5
interface Planted {
  shape: (i: number) => number
  length: number
  candidates: number[]
  expected: number[]
}

/** How many of many series, each with its own noise, have exactly these periods. */
function recovered({ shape, length, candidates, expected }: Planted): number {
  const random = seeded(length)
  const right = Array.from({ length: SERIES }, () => {
    const values = noise(random, length).map((error, i) => 100 + shape(i) + NOISE * error)
    return periodsOf(values, candidates).join() === expected.join() ? 1 : 0
  })
  return right.reduce<number>((sum, one) => sum + one, 0) / SERIES
}

const officeHours = (i: number): number => (i % 24 >= 8 && i % 24 < 18 ? 1 : 0) * (Math.floor(i / 24) % 7 < 5 ? 3 : 0.5)

test.each([
  [
    'daily and weekly sines',
    { shape: (i: number) => sine(24, i) + sine(168, i), length: 700, candidates: [24, 168], expected: [24, 168] },
  ],
  ['office hours', { shape: officeHours, length: 700, candidates: [24, 168], expected: [24, 168] }],
  ['a day without a week', { shape: (i: number) => sine(24, i), length: 700, candidates: [24, 168], expected: [24] }],
  ['a week without a day', { shape: (i: number) => sine(168, i), length: 700, candidates: [24, 168], expected: [168] }],
  [
    'a week on a slope',
    { shape: (i: number) => sine(7, i) + 0.02 * i, length: 60, candidates: [7, 365], expected: [7] },
  ],
  [
    'a week with a level shift',
    { shape: (i: number) => sine(7, i) + (i > 50 ? 5 : 0), length: 120, candidates: [7], expected: [7] },
  ],
  [
    'a week with outliers',
    { shape: (i: number) => sine(7, i) + (i % 37 === 5 ? 20 : 0), length: 120, candidates: [7], expected: [7] },
  ],
  ['a year of months', { shape: (i: number) => sine(12, i), length: 60, candidates: [12], expected: [12] }],
  ['a year of weeks', { shape: (i: number) => sine(52, i), length: 200, candidates: [52], expected: [52] }],
  [
    'a period that nobody expects',
    { shape: (i: number) => 1.5 * sine(10, i), length: 300, candidates: [7], expected: [10] },
  ],
])('finds %s', (_, planted: Planted) => {
  expect(recovered(planted)).toBeGreaterThanOrEqual(0.95)
})

test.each([0, 0.6])('finds nothing in noise, AR(1) of %d', (memory) => {
  const random = seeded(3)
  for (const [length, candidates] of [
    [60, [7, 365]],
    [120, [12]],
    [300, [52]],
    [500, [24, 168]],
  ] as const) {
    const wrong = Array.from({ length: SERIES }, () =>
      periodsOf(noise(random, length, memory), [...candidates]),
    ).filter((periods) => periods.length > 0)
    expect(wrong.length / SERIES).toBeLessThanOrEqual(0.05)
  }
})

test('carries its evidence, within bounds', () => {
  const values = noise(seeded(1), 365).map((error, i) => sine(7, i) + NOISE * error)
  const [weekly] = seasonality(values, { candidates: [7, 365] })!.periods
  // The sine has two thirds of the variance.
  expect(Math.abs(weekly!.strength - 2 / 3)).toBeLessThan(0.1)
  expect(Math.abs(weekly!.autocorrelation - 2 / 3)).toBeLessThan(0.1)
  expect(weekly!.pValue).toBeLessThan(1e-30)
})

test('a third of the values may be missing', () => {
  const random = seeded(2)
  const values = noise(random, 200).map((error, i) => (random() < 1 / 3 ? NaN : sine(7, i) + NOISE * error))
  expect(periodsOf(values, [7, 365])).toEqual([7])
})

test('no noise at all', () => {
  expect(
    periodsOf(
      Array.from({ length: 60 }, (_, i) => (i % 7 === 3 ? 10 : 0)),
      [7],
    ),
  ).toEqual([7])
  expect(periodsOf(new Float64Array(60).fill(0.1), [7])).toEqual([])
  expect(
    periodsOf(
      Array.from({ length: 60 }, (_, i) => 0.1 * i),
      [7],
    ),
  ).toEqual([])
  expect(
    periodsOf(
      Array.from({ length: 60 }, (_, i) => (i === 30 ? 1 : 0)),
      [7],
    ),
  ).toEqual([])
})

test('shift and scale do not matter', () => {
  const values = noise(seeded(4), 90).map((error, i) => sine(7, i) + NOISE * error)
  fc.assert(
    fc.property(
      fc.integer({ min: -1000, max: 1000 }),
      fc.double({ min: 0.01, max: 100, noNaN: true }),
      (shift, scale) => {
        expect(
          periodsOf(
            values.map((value) => shift + scale * value),
            [7],
          ),
        ).toEqual([7])
      },
    ),
    { numRuns: 20 },
  )
})

test('too few values, and wrong candidates', () => {
  expect(seasonality([], { candidates: [7] })).toBeNull()
  expect(seasonality(new Float64Array(30).fill(NaN), { candidates: [7] })).toBeNull()
  expect(seasonality(new Float64Array(11).fill(1), { candidates: [7, 365] })).toBeNull()
  expect(seasonality(new Float64Array(12).fill(1), { candidates: [] })).toEqual({ periods: [], seasonal: [] })
  expect(() => seasonality(new Float64Array(30).fill(1), { candidates: [1.5] })).toThrow(RangeError)
})
