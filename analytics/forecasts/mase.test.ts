import fc from 'fast-check'
import { expect, it } from 'vitest'

import { mase } from './mase.ts'

it('is relative to repeating the last season', () => {
  expect(mase({ history: [1, 3, 2], period: 1, actual: [4, 4] }, [2, 3])).toBe(1)
  expect(mase({ history: [1, 3, 2, 5], period: 2, actual: [4] }, [1])).toBe(2)
})

it('is null when the history repeats or is too short, and without values', () => {
  expect(mase({ history: [1, 1, 1], period: 1, actual: [4] }, [2])).toBeNull()
  expect(mase({ history: [1, 2], period: 2, actual: [4] }, [2])).toBeNull()
  expect(mase({ history: [1, 2], period: 1, actual: [] }, [])).toBeNull()
})

it('rejects lengths that differ', () => {
  expect(() => mase({ history: [1, 2], period: 1, actual: [1] }, [])).toThrow(RangeError)
})

it('neither shift nor scale matter', () => {
  const values = fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 4, maxLength: 20 })
  fc.assert(
    fc.property(values, (all) => {
      const score = (of: readonly number[]) =>
        mase({ history: of.slice(0, -2), period: 1, actual: of.slice(-2, -1) }, of.slice(-1))
      expect(score(all.map((value) => 7 - 4 * value))).toBe(score(all))
    }),
  )
})
