import { euclideanDistance } from './euclidean-distance.ts'

/** Distances of all pairs of `size` points: that of i and j at `i * size + j`. */
export interface DistanceMatrix {
  size: number
  values: Float64Array
}

/**
 * The Euclidean distances between all points, in the unit of the coordinates.
 *
 * @example
 * distanceMatrix([[0, 0], [3, 4]]).values // [0, 5, 5, 0]
 */
export function distanceMatrix(points: readonly ArrayLike<number>[]): DistanceMatrix {
  const size = points.length
  const values = new Float64Array(size * size)
  for (const [i, a] of points.entries()) {
    for (let j = 0; j < i; j++) {
      const distance = euclideanDistance(a, points[j]!)
      values[i * size + j] = distance
      values[j * size + i] = distance
    }
  }
  return { size, values }
}
