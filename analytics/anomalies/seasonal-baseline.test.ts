import fc from 'fast-check'
import { expect, test } from 'vitest'

import { seasonalBaseline } from './seasonal-baseline.ts'

const week = [2, 3, 4, 3, 2, -7, -7]
const weekly = Array.from({ length: 70 }, (_, i) => 100 + week[i % 7]!)

test('is what repeats, and an event is not', () => {
  const season = seasonalBaseline(
    weekly.map((value, i) => (i === 30 ? 500 : i === 31 ? NaN : value)),
    [7],
  )
  for (const [i, height] of season.entries()) expect(height).toBeCloseTo(week[i % 7]!, 8)
})

test('takes several periods', () => {
  const both = Array.from({ length: 240 }, (_, i) => (i % 2) - 0.5 + (i % 12 < 6 ? 3 : -3))
  const season = seasonalBaseline(both, [12, 2])
  for (const [i, height] of season.entries()) expect(height).toBeCloseTo(both[i]!, 8)
})

test('is flat without four cycles, without periods and without values', () => {
  expect(seasonalBaseline(weekly.slice(0, 27), [7])).toEqual(new Float64Array(27))
  expect(seasonalBaseline(weekly, [])).toEqual(new Float64Array(70))
  expect(seasonalBaseline([], [7])).toEqual(new Float64Array(0))
  expect(seasonalBaseline(Array(40).fill(NaN), [7])).toEqual(new Float64Array(40))
})

test('a period is a whole number above 1', () => {
  expect(() => seasonalBaseline(weekly, [1])).toThrow(new RangeError('period is not a whole number above 1: 1'))
  expect(() => seasonalBaseline(weekly, [7.5])).toThrow(RangeError)
})

test('follows scale, and not shift', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 12 }), (values) => {
      const moved = seasonalBaseline(
        values.map((value) => 10 + 4 * value),
        [3],
      )
      for (const [i, height] of seasonalBaseline(values, [3]).entries()) expect(moved[i]).toBeCloseTo(4 * height, 8)
    }),
  )
})
