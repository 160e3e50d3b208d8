import { describe, expect, it } from 'vitest'

import { noise, seeded } from '../testing.ts'
import { piecewiseLine } from './piecewise-line.ts'

const found = (values: ArrayLike<number>) => piecewiseLine([...Array(values.length).keys()], values)

describe('piecewiseLine', () => {
  it('is the best of all partitions up to three changes, as numpy has them', () => {
    // x = np.arange(25); cost = lambda a, b: ((y[a:b] - np.polyval(np.polyfit(x[a:b], y[a:b], 1), x[a:b])) ** 2).sum()
    // edges = [(0, *cuts, 25) for k in range(4) for cuts in itertools.combinations(range(5, 21), k)]
    // min((25 * np.log(sum(map(cost, e, e[1:])) / 25) + 3 * (len(e) - 2) * np.log(25) ** 2.2, e)
    //   for e in edges if min(np.diff(e)) >= 5)
    const turns = [
      ...[0.1, 1.2, 1.9, 3.2, 3.9, 5.1, 6.2, 6.9, 8.1, 8.8, 7.1, 4.8, 3.1],
      ...[0.9, -0.8, -3.1, -5.2, -6.9, -9.1, -2.1, -1.9, -2.2, -2.0, -1.8, -2.1],
    ]
    expect(found(turns)).toEqual([9, 19])
  })

  it('finds where a line turns and where it jumps', () => {
    const values = noise(seeded(5), 150).map((x, i) => x + 3 * Math.abs(i - 49.5) + (i < 100 ? 0 : 40))
    expect(found(values)).toEqual([50, 100])
  })

  it('finds nothing in a line, not even across a gap', () => {
    const values = noise(seeded(5), 120).map((x, i) => x + 3 * i)
    expect(found(values)).toEqual([])
    const positions = [...values.keys()].filter((i) => i < 40 || i >= 80)
    expect(
      piecewiseLine(
        positions,
        positions.map((i) => values[i]!),
      ),
    ).toEqual([])
  })

  it('finds the same in any unit', () => {
    const values = noise(seeded(5), 150).map((x, i) => x + 3 * Math.abs(i - 49.5) + (i < 100 ? 0 : 40))
    for (const [shift, scale] of [
      [1e6, 1],
      [0, 1e6],
      [-7, 1e-6],
    ] as const)
      expect(found(values.map((x) => shift + scale * x))).toEqual([50, 100])
  })

  it('finds nothing in a constant and in too few points', () => {
    expect(found(Array(50).fill(2))).toEqual([])
    expect(found([1, 9])).toEqual([])
    expect(found([])).toEqual([])
  })
})
