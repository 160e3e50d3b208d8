import fc from 'fast-check'
import { expect, test } from 'vitest'

import { interpolateGaps } from './interpolate-gaps.ts'

// Oracle: numpy 1.24, np.interp(range(9), [1, 4, 6], [2, 8, 7])
test('agrees with numpy', () => {
  expect(interpolateGaps([NaN, 2, NaN, NaN, 8, NaN, 7, NaN, NaN])).toEqual(Float64Array.of(2, 2, 4, 6, 8, 7.5, 7, 7, 7))
})

test('follows shift and scale', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.integer({ min: -99, max: 99 }), fc.constant(NaN))), (values) => {
      const moved = interpolateGaps(values.map((value) => 7 - 4 * value))
      for (const [i, value] of (interpolateGaps(values) ?? []).entries())
        expect(moved![i]).toBeCloseTo(7 - 4 * value, 9)
    }),
  )
})

test('leaves what is there, and says when nothing is', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.integer(), fc.constant(NaN))), (values) => {
      const complete = interpolateGaps(values)
      if (values.every(Number.isNaN)) {
        expect(complete).toBeNull()
        return
      }
      for (const [i, value] of values.entries()) {
        expect(complete![i]).not.toBeNaN()
        if (!Number.isNaN(value)) expect(complete![i]).toBe(value)
      }
    }),
  )
})
