import { expect, test } from 'vitest'
import { adjustedRand } from './testing-adjusted-rand.ts'

// Oracle: scikit-learn 1.9, sklearn.metrics.adjusted_rand_score of the same lists
test('agrees with scikit-learn', () => {
  expect(adjustedRand([0, 0, 1, 1], [1, 1, 0, 0])).toBe(1)
  expect(adjustedRand([0, 0, 1, 1], [0, 0, 1, 2])).toBeCloseTo(0.5714285714285714, 12)
  expect(adjustedRand([0, 0, 1, 1, 2, 2, 2], [0, 1, 1, 1, 2, 2, 0])).toBeCloseTo(0.2125, 12)
})
