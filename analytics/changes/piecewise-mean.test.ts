import { describe, expect, it } from 'vitest'

import { noise, seeded } from '../testing.ts'
import { piecewiseMean } from './piecewise-mean.ts'

const levels = Float64Array.of(
  ...[2.1, 1.7, 2.4, 1.9, 2.2, 2.0, 5.1, 4.6, 5.3, 4.9, 5.2, 4.8, 5.0],
  ...[3.1, 2.7, 3.3, 2.9, 3.2, 3.0, 6.9, 7.2, 6.6, 7.1, 7.0, 6.8],
)

describe('piecewiseMean', () => {
  it('is the best of all partitions up to three changes, as numpy has them', () => {
    // cost = lambda a, b: ((y[a:b] - y[a:b].mean()) ** 2).sum()
    // edges = [(0, *cuts, 25) for k in range(4) for cuts in itertools.combinations(range(5, 21), k)]
    // min((25 * np.log(sum(map(cost, e, e[1:])) / 25) + 2 * (len(e) - 2) * np.log(25) ** 2.2, e)
    //   for e in edges if min(np.diff(e)) >= 5)
    expect(piecewiseMean(levels)).toEqual([6, 13, 19])
  })

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
