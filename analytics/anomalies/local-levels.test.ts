import fc from 'fast-check'
import { expect, test } from 'vitest'

import { localLevels } from './local-levels.ts'

// Oracle: scipy 1.10, scipy.ndimage.median_filter([3, 1, 4, 1, 5, 9, 2, 6, 5], size=5)[2:7]
test('agrees with scipy where the window is whole', () => {
  const levels = localLevels(Float64Array.of(3, 1, 4, 1, 5, 9, 2, 6, 5), 2, [])
  expect([...levels.slice(2, 7)]).toEqual([3, 4, 4, 5, 5])
})

test('follows shift and scale', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -99, max: 99 })), (values) => {
      const moved = localLevels(
        Float64Array.from(values, (value) => 8 - 4 * value),
        3,
        [],
      )
      for (const [i, level] of localLevels(Float64Array.from(values), 3, []).entries())
        expect(moved[i]).toBe(8 - 4 * level)
    }),
  )
})

test('does not look across a shift', () => {
  expect([...localLevels(Float64Array.of(1, 1, 9, 1, 5, 5, 5, 5), 2, [4])]).toEqual([1, 1, 1, 1, 5, 5, 5, 5])
})

test('takes what there is at the ends', () => {
  expect([...localLevels(Float64Array.of(1, 2, 3), 9, [])]).toEqual([2, 2, 2])
  expect([...localLevels(new Float64Array(0), 9, [])]).toEqual([])
})
