import fc from 'fast-check'
import { probit } from 'simple-statistics'
import { describe, expect, it } from 'vitest'

import { mannKendall } from '../stats/mann-kendall.ts'
import { presentPoints } from '../stats/present-points.ts'
import { noise, seeded } from '../testing.ts'
import { theilSen } from './theil-sen.ts'

const y = [2.1, 3.4, 2.9, 3.4, 4.0, 3.1, 4.8, 4.4, 5.2, 4.4, 5.9, 5.0]
const gaps = [0, 1, 2, 5, 6, 7, 9, 10, 11, 13, 14, 20]
const noiseOf95 = probit(0.975) * Math.sqrt(mannKendall(y)!.variance)

describe('theilSen', () => {
  it('is that of scipy', () => {
    // python3 -c "from scipy.stats import theilslopes; print(theilslopes(y, range(12), 0.95))"
    const result = theilSen(presentPoints(y), noiseOf95)
    expect(result?.slope).toBeCloseTo(0.2788888888888889, 12)
    expect(result?.lower).toBeCloseTo(0.16, 12)
    expect(result?.upper).toBeCloseTo(0.3875, 12)
  })

  it('is that of scipy for points at unequal distances', () => {
    // python3 -c "from scipy.stats import theilslopes; print(theilslopes(y, gaps, 0.95))"
    const points = { positions: Float64Array.from(gaps), values: Float64Array.from(y) }
    const result = theilSen(points, noiseOf95)
    expect(result?.slope).toBeCloseTo(0.18375, 12)
    expect(result?.lower).toBeCloseTo(0.08571428571428566, 12)
    expect(result?.upper).toBeCloseTo(0.2714285714285714, 12)
  })

  it('gives the example', () => {
    expect(theilSen(presentPoints([0, 1, 4]), 1)).toEqual({ slope: 2, lower: 1, upper: 3 })
  })

  it('finds the slope of a long series from a part of its pairs', () => {
    const values = noise(seeded(3), 6000).map((value, i) => value + i / 100)
    const result = theilSen(presentPoints(values), probit(0.975) * Math.sqrt(mannKendall(values)!.variance))!
    expect(result.slope).toBeCloseTo(0.01, 4)
    expect(result.lower).toBeLessThan(0.01)
    expect(result.upper).toBeGreaterThan(0.01)
  })

  it('follows shift and scale, and is 0 for a constant', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 2, maxLength: 30 }), (values) => {
        const { slope, lower, upper } = theilSen(presentPoints(values), 5.1)!
        const turned = theilSen(presentPoints(values.map((value) => 7 - 4 * value)), 5.1)!
        expect(turned.slope).toBeCloseTo(-4 * slope, 9)
        expect(turned.lower).toBeCloseTo(-4 * upper, 9)
        expect(turned.upper).toBeCloseTo(-4 * lower, 9)
      }),
    )
    expect(theilSen(presentPoints(Array(9).fill(0.1)), 5)).toEqual({ slope: 0, lower: 0, upper: 0 })
  })

  it('has an interval that no noise can leave when noise may be anything', () => {
    expect(theilSen(presentPoints([0, 1, 4]), 1e9)).toEqual({ slope: 2, lower: 1, upper: 3 })
  })

  it('says nothing about one point, and rejects noise below 0', () => {
    expect(theilSen(presentPoints([1]), 0)).toBeNull()
    expect(() => theilSen(presentPoints([1, 2]), -1)).toThrow(new RangeError('pairsOfNoise must not be negative: -1'))
  })
})
