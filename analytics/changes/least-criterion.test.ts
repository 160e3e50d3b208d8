import { describe, expect, it } from 'vitest'

import { noise, seeded } from '../testing.ts'
import { leastCriterion } from './least-criterion.ts'
import { meanCost } from './mean-cost.ts'

const options = { parameters: 1, minSegment: 5 }

describe('leastCriterion', () => {
  it('has the least criterion of all single cuts', () => {
    const values = noise(seeded(8), 60).map((x, i) => x + (i < 25 ? 0 : 4))
    const cost = meanCost(values)
    const criterion = (cut: number) => 60 * Math.log(cost(0, cut) + cost(cut, 60))
    const cuts = Array.from({ length: 51 }, (_, i) => i + 5)
    const best = cuts.reduce((least, cut) => (criterion(cut) < criterion(least) ? cut : least))
    expect(leastCriterion(60, cost, options)).toEqual([best])
  })

  it('cuts when n log of the ratio of the sums of squares exceeds (p + 1) (log n)^2.2', () => {
    const halves = (height: number) => Array.from({ length: 100 }, (_, i) => (i % 2) + (i < 50 ? 0 : height))
    // Variance 1 / 4 in each half and height^2 / 4 between them: 100 log(1 + height^2) against 2 (log 100)^2.2 = 57.6.
    expect(leastCriterion(100, meanCost(halves(0.87)), options)).toEqual([])
    expect(leastCriterion(100, meanCost(halves(0.9)), options)).toHaveLength(1)
  })

  it('finds nothing in a constant and in too few points', () => {
    expect(leastCriterion(50, meanCost(Array(50).fill(1)), options)).toEqual([])
    expect(leastCriterion(0, meanCost([]), options)).toEqual([])
    expect(leastCriterion(1, meanCost([4]), options)).toEqual([])
  })
})
