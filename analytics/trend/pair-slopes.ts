import { type Points } from '../stats/present-points.ts'

/** Up to so many points every pair is taken; beyond, about as many pairs as these have. */
const MOST_POINTS = 1500

/**
 * Slopes of the straight lines through pairs of points, which the Theil-Sen estimator takes the median of.
 *
 * All pairs up to 1,500 points. In longer series those whose distance, counted in points, is a multiple of
 * ceil((n / 1500)^2), so the time does not grow and the answer is always the same.
 *
 * Units: value per unit of position, in no order. Fewer than two points have no slope: empty.
 *
 * @example
 * pairSlopes({ positions: Float64Array.of(0, 1, 2), values: Float64Array.of(0, 1, 4) }) // [1, 3, 2]
 */
export function pairSlopes({ positions, values }: Points): number[] {
  const step = Math.ceil((values.length / MOST_POINTS) ** 2)
  const slopes: number[] = []
  for (let distance = step; distance < values.length; distance += step) {
    for (let i = 0; i + distance < values.length; i++) {
      slopes.push((values[i + distance]! - values[i]!) / (positions[i + distance]! - positions[i]!))
    }
  }
  return slopes
}
