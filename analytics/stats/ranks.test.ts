import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { ranks } from './ranks.ts'

describe('ranks', () => {
  it('is that of scipy, with ties', () => {
    // python3 -c "from scipy.stats import rankdata; print(rankdata([3.4, 2.1, 3.4, -1, 5.9, 3.4, 2.1]))"
    expect(ranks([3.4, 2.1, 3.4, -1, 5.9, 3.4, 2.1])).toEqual(Float64Array.of(5, 2.5, 5, 1, 7, 5, 2.5))
  })

  it('sums to n (n + 1) / 2', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 })), (values) => {
        const sum = ranks(values).reduce((total, rank) => total + rank, 0)
        expect(sum).toBe((values.length * (values.length + 1)) / 2)
      }),
    )
  })

  it('does not change with shift and scale', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 })), fc.integer({ min: -99, max: 99 }), (values, shift) => {
        expect(ranks(values.map((value) => shift + 4 * value))).toEqual(ranks(values))
      }),
    )
  })

  it('is empty without values and rejects NaN', () => {
    expect(ranks([])).toEqual(new Float64Array())
    expect(() => ranks([1, NaN, 2])).toThrow(new RangeError('values contain NaN'))
  })
})
