import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { seasonalIndices } from './seasonal-indices.ts'
import { PASSENGERS } from './testing-series.ts'

// statsmodels.tsa.seasonal.seasonal_decompose(values, model, period).seasonal[:period]
const MULTIPLICATIVE = [
  0.91377, 0.95416, 1.05859, 0.97935, 0.96531, 1.08329, 1.18223, 1.16926, 1.0686, 0.9154, 0.7953, 0.91474,
]
const ADDITIVE = [-7.31333, 6.48667, 5.35333, 3.98667, -8.51333]

describe('seasonalIndices', () => {
  it('agrees with statsmodels for an even period of values above 0', () => {
    const season = seasonalIndices(PASSENGERS, 12)!
    expect(season.multiplicative).toBe(true)
    season.indices.forEach((index, i) => expect(index).toBeCloseTo(MULTIPLICATIVE[i]!, 4))
  })

  it('agrees with statsmodels for an odd period of values on both sides of 0', () => {
    const season = seasonalIndices(
      PASSENGERS.slice(0, 15).map((value) => value - 300),
      5,
    )!
    expect(season.multiplicative).toBe(false)
    season.indices.forEach((index, i) => expect(index).toBeCloseTo(ADDITIVE[i]!, 4))
  })

  it('follows the unit of the values, and sees no season in a constant', () => {
    const values = fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 8, maxLength: 40 })
    fc.assert(
      fc.property(values, (list) => {
        const { multiplicative, indices } = seasonalIndices(list, 4)!
        const scaled = seasonalIndices(
          list.map((value) => 1024 * value),
          4,
        )!
        expect(scaled.multiplicative).toBe(multiplicative)
        indices.forEach((index, i) => expect(scaled.indices[i]).toBeCloseTo(multiplicative ? index : 1024 * index, 8))
      }),
    )
    for (const constant of [0.1, 0, -3.3]) {
      const { multiplicative, indices } = seasonalIndices(Array(24).fill(constant), 4)!
      indices.forEach((index) => expect(index).toBeCloseTo(multiplicative ? 1 : 0, 12))
    }
  })

  it('is null below two seasons', () => {
    expect(seasonalIndices([1, 2, 3], 2)).toBeNull()
  })

  it('rejects a period that is no season', () => {
    expect(() => seasonalIndices([1, 2, 3], 1)).toThrow(new RangeError('period is not a whole number from 2: 1'))
  })
})
