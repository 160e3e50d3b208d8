import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { PASSENGERS } from '../forecasts/testing-series.ts'
import { autocorrelations } from './autocorrelations.ts'

describe('autocorrelations', () => {
  it('agrees with statsmodels', () => {
    // statsmodels.tsa.stattools.acf(PASSENGERS, nlags=4, adjusted=False)[1:]
    const expected = [0.85001, 0.67965, 0.546032, 0.4727]
    autocorrelations(PASSENGERS, 4)!.forEach((r, i) => expect(r).toBeCloseTo(expected[i]!, 5))
  })

  it('is null for values that are equal or too few', () => {
    expect(autocorrelations([3, 3, 3], 1)).toBeNull()
    expect(autocorrelations([1, 2], 2)).toBeNull()
    expect(autocorrelations([], 1)).toBeNull()
  })

  it('rejects a lag that is no lag', () => {
    expect(() => autocorrelations([1, 2, 3], 0)).toThrow(new RangeError('lag is not a whole number from 1: 0'))
  })

  it('does not change with shift and scale', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 4, maxLength: 30 }), (values) => {
        const before = autocorrelations(values, 3)
        const after = autocorrelations(
          values.map((value) => 4 * value - 7),
          3,
        )
        if (!before || !after) return expect(after).toEqual(before)
        after.forEach((r, i) => expect(r).toBeCloseTo(before[i]!, 9))
      }),
    )
  })
})
