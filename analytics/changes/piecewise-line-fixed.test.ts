import { describe, expect, it } from 'vitest'

import { noise, seeded } from '../testing.ts'
import { piecewiseLineFixed } from './piecewise-line-fixed.ts'
import { standardise } from './standardise.ts'

const found = (values: ArrayLike<number>) =>
  piecewiseLineFixed([...Array(values.length).keys()], standardise(Float64Array.from(values))!)

describe('piecewiseLineFixed', () => {
  it('is the best of all partitions up to two changes, as numpy has them', () => {
    // x = np.arange(80); y = np.array([np.sin(i * i) + (0 if i < 45 else 10) for i in x]); y = (y - y.mean()) / y.std()
    // cost = lambda a, b: ((y[a:b] - np.polyval(np.polyfit(x[a:b], y[a:b], 1), x[a:b])) ** 2).sum()
    // edges = [(0, *cuts, 80) for k in range(3) for cuts in itertools.combinations(range(5, 76), k)]
    // min((sum(map(cost, e, e[1:])) + 3 * (len(e) - 2) * np.log(80), e) for e in edges if min(np.diff(e)) >= 5)
    expect(found(Array.from({ length: 80 }, (_, i) => Math.sin(i * i) + (i < 45 ? 0 : 10)))).toEqual([45])
  })

  it('finds the jump that dominates a series', () => {
    const values = noise(seeded(5), 120).map((x, i) => x + (i < 70 ? 0 : 12))
    expect(found(values)).toEqual([70])
  })

  it('finds nothing in noise and in a line', () => {
    expect(found(noise(seeded(5), 120))).toEqual([])
    expect(found(noise(seeded(5), 120).map((x, i) => x + 3 * i))).toEqual([])
  })

  it('finds nothing in too few points', () => {
    expect(found([1, 9])).toEqual([])
    expect(piecewiseLineFixed([], [])).toEqual([])
  })
})
