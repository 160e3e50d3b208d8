import { expect, test } from 'vitest'
import { distanceMatrix } from './distance-matrix.ts'
import { silhouettes } from './silhouettes.ts'

// Oracle: scikit-learn 1.9, sklearn.metrics.silhouette_samples of the same points and labels
test('agrees with scikit-learn, also for a point that is alone', () => {
  const points = [
    [0, 0],
    [1, 0.5],
    [0.3, 1],
    [8, 8],
    [9, 8.5],
    [8.2, 9.1],
    [0, 9],
    [1.5, 9.5],
    [4, 4],
  ]
  const expected = [0.80889868, 0.78542687, 0.80011522, 0.80235765, 0.84256777, 0.83970838, 0.7530676, 0.73828804, 0]
  const found = silhouettes(distanceMatrix(points), [0, 0, 0, 1, 1, 1, 2, 2, 3])
  found.forEach((silhouette, i) => expect(silhouette).toBeCloseTo(expected[i]!, 8))
})

test('equal points, and a single cluster', () => {
  expect(silhouettes(distanceMatrix([[1], [1], [1]]), [0, 0, 1])).toEqual([0, 0, 0])
  expect(() => silhouettes(distanceMatrix([[1], [2]]), [0, 0])).toThrow('two clusters')
})
