import { describe, expect, it } from 'vitest'

import { meanCost } from './mean-cost.ts'

const y = [3.1, 2.8, 3.3, 2.9, 3.0, 7.2, 6.8, 7.1, 7.4, 6.9, 7.0, 4.1, 4.4, 3.9, 4.2, 4.0]

describe('meanCost', () => {
  it('is that of numpy', () => {
    // ((y[a:b] - y[a:b].mean()) ** 2).sum()
    expect(meanCost(y)(0, 16)).toBeCloseTo(49.404375, 9)
    expect(meanCost(y)(2, 7)).toBeCloseTo(18.732, 9)
  })

  it('gives the example', () => {
    expect(meanCost([1, 3, 10])(0, 2)).toBe(2)
  })

  it('does not lose digits of values far from 0, nor find costs in a constant', () => {
    const far = meanCost(y.map((value) => value + 1e9))
    expect(far(2, 7)).toBeCloseTo(18.732, 5)
    expect(meanCost(Array(50).fill(1e9 + 0.1))(3, 40)).toBe(0)
  })

  it('is 0 for one point and for none', () => {
    expect(meanCost(y)(4, 5)).toBe(0)
    expect(meanCost(y)(4, 4)).toBe(0)
    expect(meanCost([])(0, 0)).toBe(0)
  })
})
