import { expect, test } from 'vitest'
import { clusters } from './clusters.ts'

// Oracle: scikit-learn 1.9, silhouette_samples([[0], [1], [9], [10], [11]], [0, 0, 1, 1, 1]) and its means
test('two groups of numbers', () => {
  expect(clusters([[0], [1], [9], [10], [11]])).toEqual([
    { members: [2, 3, 4], medoid: 3, silhouette: expect.closeTo((0.82352941 + 0.89473684 + 0.85714286) / 3, 7) },
    { members: [0, 1], medoid: 0, silhouette: expect.closeTo((0.9 + 0.88888889) / 2, 7) },
  ])
})

test('no groups', () => {
  const even = Array.from({ length: 4 }, (_, i) => [Math.cos((i * Math.PI) / 2), Math.sin((i * Math.PI) / 2)])
  expect(clusters(even)).toMatchObject([{ members: [0, 1, 2, 3], medoid: 0, silhouette: null }])
  expect(clusters([[1], [1], [1]])).toMatchObject([{ members: [0, 1, 2], silhouette: null }])
  expect(clusters([[1], [2]])).toMatchObject([{ members: [0, 1], silhouette: null }])
  expect(clusters([])).toEqual([])
})

test('what is no point', () => {
  expect(() => clusters([[1], [2], [NaN]])).toThrow(RangeError)
  expect(() => clusters([[1], [2], [3, 4]])).toThrow('2 coordinates, and 1')
})
