import { median } from 'simple-statistics'

/**
 * How much each point is trusted in the next round of a robust fit, by its distance from the fit of this round: the
 * bisquare (1 - (distance / (6 median distance))^2)^2, and 0 beyond six times the median distance. Points that are not
 * `known` keep the weight 0 and have no part in the median.
 *
 * Reference: Cleveland, Robust Locally Weighted Regression and Smoothing Scatterplots, JASA 74 (1979) 829-836.
 *
 * Without unit. When more than half of the distances are 0, every known point has the weight 1.
 *
 * @example
 * robustnessWeights(Float64Array.of(0, 1, -1, 9), Float64Array.of(1, 1, 1, 1)) // [1, 0.945, 0.945, 0]
 */
export function robustnessWeights(remainder: Float64Array, known: Float64Array): Float64Array {
  const distances = remainder.map(Math.abs)
  const farthest = 6 * median(Array.from(distances).filter((_, i) => known[i]))
  if (farthest === 0) return known
  return distances.map((distance, i) => known[i]! * (distance < farthest ? (1 - (distance / farthest) ** 2) ** 2 : 0))
}
