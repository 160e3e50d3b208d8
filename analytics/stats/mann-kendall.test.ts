import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { mannKendall } from './mann-kendall.ts'

const values = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 2, maxLength: 40 })

describe('mannKendall', () => {
  it('is that of scipy, with ties', () => {
    // k = scipy.stats.kendalltau(range(12), y, method='asymptotic'); the variance is (S / norm.isf(k.pvalue / 2)) ** 2
    const y = [2.1, 3.4, 2.9, 3.4, 4.0, 3.1, 4.8, 4.4, 5.2, 4.4, 5.9, 5.0]
    const result = mannKendall(y)
    expect(result?.s).toBe(46)
    expect(result?.tau).toBeCloseTo(0.7077760731311632, 12)
    expect(result?.variance).toBeCloseTo(210.66666666666669, 9)
  })

  it('gives the example', () => {
    expect(mannKendall([1, 2, 4, 3])).toEqual({ s: 4, tau: 2 / 3, variance: 26 / 3 })
  })

  it('counts every pair', () => {
    fc.assert(
      fc.property(values, (x) => {
        const signs = x.flatMap((a, i) => x.slice(i + 1).map((b) => Math.sign(b - a)))
        expect(mannKendall(x)?.s).toBe(signs.reduce((sum, sign) => sum + sign, 0))
      }),
    )
  })

  it('turns round with the series and leaves it as it was', () => {
    fc.assert(
      fc.property(values, (x) => {
        const copy = x.slice()
        expect(mannKendall(x.toReversed())!.s + mannKendall(x)!.s).toBe(0)
        expect(x).toEqual(copy)
      }),
    )
  })

  it('asks for the order of values and nothing else', () => {
    fc.assert(
      fc.property(values, (x) => {
        expect(mannKendall(x.map((value) => Math.exp(value) - 7))).toEqual(mannKendall(x))
      }),
    )
  })

  it('sees no trend in equal values', () => {
    expect(mannKendall([3, 3, 3])).toEqual({ s: 0, tau: 0, variance: 0 })
  })

  it('says nothing about fewer than two values', () => {
    expect(mannKendall([])).toBeNull()
    expect(mannKendall([1])).toBeNull()
  })

  it('rejects NaN', () => {
    expect(() => mannKendall([1, NaN])).toThrow(new RangeError('values contain NaN'))
  })
})
