import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { mannWhitney } from './mann-whitney.ts'

const value = fc.integer({ min: -9, max: 9 })
const sample = fc.array(value, { minLength: 1, maxLength: 30 })

describe('mannWhitney', () => {
  // python3 -c "from scipy.stats import mannwhitneyu; print(mannwhitneyu(a, b, method='asymptotic'))"
  it.each([
    {
      a: [3.1, 2.4, 5.6, 4.4, 3.9, 2.4, 6.1],
      b: [4.4, 7.2, 6.8, 5.9, 8.3, 6.1, 7.7, 5.2],
      u: 6,
      p: 0.012601639404665018,
    },
    { a: [1, 2, 2, 3, 3, 3, 4], b: [3, 3, 4, 5, 5], u: 5.5, p: 0.051469212178227544 },
  ])('is that of scipy, with ties', ({ a, b, u, p }) => {
    expect(mannWhitney(a, b)?.u).toBe(u)
    expect(mannWhitney(a, b)?.pValue).toBeCloseTo(p, 7)
  })

  it('gives the example', () => {
    expect(mannWhitney([1, 2, 3], [4, 5, 6])?.pValue).toBeCloseTo(0.0809, 4)
  })

  it('says the same about the samples in the other order', () => {
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        expect(mannWhitney(a, b)?.pValue).toBe(mannWhitney(b, a)?.pValue)
        expect(mannWhitney(a, b)!.u + mannWhitney(b, a)!.u).toBe(a.length * b.length)
      }),
    )
  })

  it('asks for the order of values and nothing else', () => {
    const rising = (x: number[]) => x.map((y) => Math.exp(y) - 7)
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        expect(mannWhitney(rising(a), rising(b))).toEqual(mannWhitney(a, b))
      }),
    )
  })

  it('is less sure when the variance is inflated', () => {
    expect(mannWhitney([1, 2, 3], [4, 5, 6], 3)!.pValue).toBeGreaterThan(mannWhitney([1, 2, 3], [4, 5, 6])!.pValue)
  })

  it('sees no difference between equal values', () => {
    expect(mannWhitney([2, 2], [2, 2, 2])).toEqual({ u: 3, pValue: 1 })
  })

  it('says nothing about an empty sample', () => {
    expect(mannWhitney([], [1])).toBeNull()
    expect(mannWhitney([1], [])).toBeNull()
  })

  it('rejects NaN and an inflation below 1', () => {
    expect(() => mannWhitney([NaN], [1])).toThrow(new RangeError('samples contain NaN'))
    expect(() => mannWhitney([2], [1], 0.5)).toThrow(new RangeError('varianceInflation must be at least 1, not 0.5'))
  })
})
