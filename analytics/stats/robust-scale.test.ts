import fc from 'fast-check'
import { expect, test } from 'vitest'

import { robustScale } from './robust-scale.ts'

// Oracle: scipy 1.10, 1.4826 * scipy.stats.median_abs_deviation([2, 3, 5, 7, 11, 13, 17, 19, 23, 1000])
test('agrees with scipy', () => {
  expect(robustScale([2, 3, 5, 7, 11, 13, 17, 19, 23, 1000])).toBeCloseTo(10.3782, 10)
})

test('when more than half are equal, the mean deviation stands in', () => {
  expect(robustScale([5, 5, 5, 5, 15])).toBeCloseTo(1.2533 * 2, 10)
  expect(robustScale([5, 5, 5])).toBe(0)
  expect(robustScale([5, 5, 5], 0.1)).toBe(0.1)
})

test('leaves out what is missing', () => {
  expect(robustScale([NaN, 1, NaN, 3, 2])).toBe(robustScale([1, 2, 3]))
  expect(robustScale([NaN])).toBeNull()
  expect(robustScale([])).toBeNull()
})

test('follows the scale and not the shift', () => {
  const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 })
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 100 }), fc.integer(), (numbers, scale, shift) => {
      const moved = robustScale(numbers.map((value) => scale * value + shift))!
      expect(moved).toBeCloseTo(scale * robustScale(numbers)!, 4)
    }),
  )
})
