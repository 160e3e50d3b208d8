import { expect, test } from 'vitest'
import { standardise } from './standardise.ts'

// Oracle: scipy 1.17, python3 -c "from scipy.stats import zscore; print(zscore([1, 2, 3, 7]))"
test('agrees with scipy', () => {
  const expected = [-0.98787834, -0.5488213, -0.10976426, 1.64646391]
  standardise([1, 2, 3, 7], 0.1).forEach((score, i) => expect(score).toBeCloseTo(expected[i]!, 7))
})

test('values that hardly differ are not pulled apart', () => {
  expect(standardise([4, 6], 10)).toEqual([-0.1, 0.1])
  standardise([0.1, 0.1, 0.1], 1).forEach((score) => expect(score).toBeCloseTo(0, 15))
  expect(standardise([], 1)).toEqual([])
})
