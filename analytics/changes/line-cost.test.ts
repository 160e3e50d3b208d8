import { describe, expect, it } from 'vitest'

import { lineCost } from './line-cost.ts'

const y = [3.1, 2.8, 3.3, 2.9, 3.0, 7.2, 6.8, 7.1, 7.4, 6.9, 7.0, 4.1, 4.4, 3.9, 4.2, 4.0]

describe('lineCost', () => {
  it('is that of numpy', () => {
    // x = np.arange(a, b); ((y[a:b] - np.polyval(np.polyfit(x, y[a:b], 1), x)) ** 2).sum()
    const cost = lineCost([...y.keys()], y)
    expect(cost(0, 16)).toBeCloseTo(46.83613235294118, 9)
    expect(cost(2, 7)).toBeCloseTo(5.963, 9)
  })

  it('is that of numpy for points at unequal distances', () => {
    const positions = [0, 1, 2, 5, 6, 7, 9, 10, 11, 13, 14, 20]
    const values = [2.1, 3.4, 2.9, 3.4, 4.0, 3.1, 4.8, 4.4, 5.2, 4.4, 5.9, 5.0]
    expect(lineCost(positions, values)(0, 12)).toBeCloseTo(4.147537117903928, 9)
  })

  it('does not lose digits far from 0, nor find costs in a constant', () => {
    const positions = [...y.keys()].map((i) => i + 1e9)
    expect(lineCost(positions, y)(0, 16)).toBeCloseTo(46.83613235294118, 9)
    const values = y.map((value) => value + 1e9)
    expect(lineCost(positions, values)(0, 16)).toBeCloseTo(46.83613235294118, 5)
    expect(lineCost([...y.keys()], Array(16).fill(1e9 + 0.1))(2, 9)).toBe(0)
  })

  it('gives the example', () => {
    expect(lineCost([0, 1, 2, 3], [0, 1, 2, 9])(0, 3)).toBe(0)
  })

  it('is 0 for two points and for none', () => {
    expect(lineCost([0, 5], [1, 9])(0, 2)).toBe(0)
    expect(lineCost([], [])(0, 0)).toBe(0)
  })
})
