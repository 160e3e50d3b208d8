import fc from 'fast-check'
import { expect, test } from 'vitest'
import { distanceMatrix } from './distance-matrix.ts'
import { labelsAfter } from './labels-after.ts'
import { wardLinkage } from './ward-linkage.ts'

const POINTS = [
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
const DISTANCES = distanceMatrix(POINTS)

// Oracle: scipy 1.17, scipy.cluster.hierarchy.ward(POINTS)[:, 2]
test('merges at the distances of scipy', () => {
  const expected = [
    0.8602325267042626, 1.0000000000000002, 1.1460075625114057, 1.1547005383792512, 1.5811388300841898,
    6.1201851823835085, 11.903220852637604, 17.8323364207336,
  ]
  const distances = wardLinkage(DISTANCES).map(({ distance }) => distance)
  expect(distances).toHaveLength(expected.length)
  distances.forEach((distance, i) => expect(distance).toBeCloseTo(expected[i]!, 9))
})

// Oracle: scipy 1.17, scipy.cluster.hierarchy.fcluster(ward(POINTS), k, 'maxclust')
test.each([
  [2, [0, 0, 0, 1, 1, 1, 1, 1, 0]],
  [3, [0, 0, 0, 1, 1, 1, 2, 2, 0]],
  [4, [0, 0, 0, 1, 1, 1, 2, 2, 3]],
])('cut into %d clusters', (count, labels) => {
  expect(labelsAfter(wardLinkage(DISTANCES).slice(0, POINTS.length - count), POINTS.length)).toEqual(labels)
})

test('few points, and equal ones', () => {
  expect(wardLinkage(distanceMatrix([]))).toEqual([])
  expect(wardLinkage(distanceMatrix([[1]]))).toEqual([])
  expect(wardLinkage(distanceMatrix([[1], [1], [1]])).map(({ distance }) => distance)).toEqual([0, 0])
})

const coordinate = fc.integer({ min: -1000, max: 1000 })
const points = fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 40 })

test('n - 1 merges from near to far make one cluster, also when moved or scaled', () => {
  fc.assert(
    fc.property(points, (cloud) => {
      const merges = wardLinkage(distanceMatrix(cloud))
      const distances = merges.map(({ distance }) => distance)
      expect(distances).toEqual(distances.toSorted((a, b) => a - b))
      expect(new Set(labelsAfter(merges, cloud.length)).size).toBe(1)
      const scaled = wardLinkage(distanceMatrix(cloud.map(([x, y]) => [4 * x + 64, 4 * y - 8])))
      scaled.forEach(({ distance }, i) => expect(distance).toBeCloseTo(4 * distances[i]!, 6))
    }),
  )
})
