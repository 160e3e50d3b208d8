import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { lineCost } from './line-cost.ts'
import { meanCost, type SegmentCost } from './mean-cost.ts'
import { optimalPartition } from './optimal-partition.ts'

const y = [3.1, 2.8, 3.3, 2.9, 3.0, 7.2, 6.8, 7.1, 7.4, 6.9, 7.0, 4.1, 4.4, 3.9, 4.2, 4.0]

/** The plain recursion over all partitions, without dropping any. */
function leastTotal(end: number, cost: SegmentCost, penalty: number): number {
  let least = cost(0, end)
  for (let start = 3; start <= end - 3; start++) {
    least = Math.min(least, leastTotal(start, cost, penalty) + penalty + cost(start, end))
  }
  return least
}

describe('optimalPartition', () => {
  // Least of itertools.combinations of cuts at least 3 apart, with numpy's mean and polyfit.
  it.each([
    [0.05, [5, 11], [5, 8, 11]],
    [1, [5, 11], [5, 11]],
    [5, [5, 11], [5, 11]],
    [40, [], [5]],
  ])('finds the best of all partitions for a penalty of %d', (penalty, ofMeans, ofLines) => {
    const options = { penalty, minSegment: 3 }
    expect(optimalPartition(16, meanCost(y), options)).toEqual(ofMeans)
    expect(optimalPartition(16, lineCost([...y.keys()], y), options)).toEqual(ofLines)
  })

  it('costs as little as the best partition of a recursion over all', () => {
    const values = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 3, maxLength: 14 })
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 30 }), (x, penalty) => {
        const cost = meanCost(x)
        const changes = optimalPartition(x.length, cost, { penalty, minSegment: 3 })
        const total = [0, ...changes].reduce((sum, start, i) => sum + cost(start, changes[i] ?? x.length), 0)
        expect(total + penalty * changes.length).toBeCloseTo(leastTotal(x.length, cost, penalty), 9)
      }),
    )
  })

  it('gives the example', () => {
    expect(optimalPartition(6, meanCost([0, 0, 0, 9, 9, 9]), { penalty: 1, minSegment: 2 })).toEqual([3])
  })

  it('finds nothing in too few points', () => {
    expect(optimalPartition(5, meanCost([0, 0, 9, 9, 9]), { penalty: 1, minSegment: 3 })).toEqual([])
    expect(optimalPartition(0, meanCost([]), { penalty: 1, minSegment: 3 })).toEqual([])
  })
})
