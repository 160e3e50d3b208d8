import fc from 'fast-check'
import { expect, test } from 'vitest'

import { sufficiency } from './sufficiency.ts'

test('by hand', () => {
  expect(sufficiency({ count: 90, missing: 0, cycles: null })).toBeCloseTo(0.9, 12)
  expect(sufficiency({ count: 90, missing: 10, cycles: 3 })).toBeCloseTo(0.9 * 0.9 * 0.75, 12)
  expect(sufficiency({ count: 0, missing: 0, cycles: null })).toBe(0)
})

test('more values and more cycles are more, gaps are less', () => {
  const number = fc.integer({ min: 1, max: 10_000 })
  fc.assert(
    fc.property(number, number, number, (count, missing, cycles) => {
      const some = sufficiency({ count, missing, cycles })
      expect(some).toBeGreaterThan(0)
      expect(some).toBeLessThan(1)
      expect(sufficiency({ count: count + 1, missing, cycles })).toBeGreaterThan(some)
      expect(sufficiency({ count, missing, cycles: cycles + 1 })).toBeGreaterThan(some)
      expect(sufficiency({ count, missing: missing + 1, cycles })).toBeLessThan(some)
    }),
  )
})

test('wrong calls', () => {
  expect(() => sufficiency({ count: -1, missing: 0, cycles: null })).toThrow(RangeError)
  expect(() => sufficiency({ count: 1, missing: NaN, cycles: null })).toThrow(RangeError)
})
