import fc from 'fast-check'
import { mean, standardDeviation } from 'simple-statistics'
import { describe, expect, it } from 'vitest'

import { standardise } from './standardise.ts'

describe('standardise', () => {
  it('is that of scipy', () => {
    // scipy.stats.zscore([2, 3, 5, 7, 11])
    const expected = [-1.125, -0.8125, -0.1875, 0.4375, 1.6875]
    standardise(Float64Array.of(2, 3, 5, 7, 11))!.forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 12))
  })

  it('gives the example', () => {
    expect(standardise(Float64Array.of(1, 3))).toEqual(Float64Array.of(-1, 1))
  })

  it('has mean 0 and standard deviation 1', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 2 }), (values) => {
        const standard = standardise(Float64Array.from(values))
        if (standard === null) return
        expect(mean([...standard])).toBeCloseTo(0, 9)
        expect(standardDeviation([...standard])).toBeCloseTo(1, 9)
      }),
    )
  })

  it('says nothing about a constant and about nothing', () => {
    expect(standardise(new Float64Array(7).fill(0.1))).toBeNull()
    expect(standardise(Float64Array.of(5))).toBeNull()
    expect(standardise(new Float64Array())).toBeNull()
  })
})
