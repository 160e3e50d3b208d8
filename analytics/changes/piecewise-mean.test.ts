import { describe, expect, it } from 'vitest'

import { noise, seeded } from '../testing.ts'
import { piecewiseMean } from './piecewise-mean.ts'

describe('piecewiseMean', () => {
  it('finds the levels of a staircase', () => {
    const steps = noise(seeded(5), 120).map((x, i) => x + 6 * Math.floor(i / 40))
    expect(piecewiseMean(steps)).toEqual([40, 80])
  })

  it('finds levels without any noise', () => {
    expect(piecewiseMean([...Array(20).fill(0), ...Array(20).fill(1)])).toEqual([20])
  })

  it('finds the same in any unit', () => {
    const steps = noise(seeded(5), 120).map((x, i) => x + 6 * Math.floor(i / 40))
    for (const [shift, scale] of [
      [1e6, 1],
      [0, 1e6],
      [-7, 1e-6],
    ] as const)
      expect(piecewiseMean(steps.map((x) => shift + scale * x))).toEqual([40, 80])
  })

  it('finds nothing in noise, in a constant and in too few points', () => {
    expect(piecewiseMean(noise(seeded(5), 120, 0.6))).toEqual([])
    expect(piecewiseMean(Array(50).fill(2))).toEqual([])
    expect(piecewiseMean([1, 9])).toEqual([])
    expect(piecewiseMean([])).toEqual([])
  })
})
