import { lineCost } from './line-cost.ts'
import { MIN_SEGMENT } from './min-segment.ts'
import { optimalPartition } from './optimal-partition.ts'

/**
 * Changes of level or slope by exact optimal partitioning into straight lines with the fixed penalty 3 log n.
 *
 * The penalty is that of the modified BIC for values with standard deviation 1: relative to the spread of the whole
 * series, not to the noise, so only changes that dominate the series are found.
 *
 * Reference: Zhang and Siegmund (2007), "A modified Bayes information criterion". `positions` are the places of the
 * values on the time axis.
 *
 * Returns the first point of every segment but the first, in ascending order; `[]` when there is none or points are too
 * few.
 *
 * @example
 * piecewiseLineFixed(positions, standardised) // [28]
 */
export function piecewiseLineFixed(positions: ArrayLike<number>, values: ArrayLike<number>): number[] {
  const penalty = 3 * Math.log(values.length)
  return optimalPartition(values.length, lineCost(positions, values), { penalty, minSegment: MIN_SEGMENT })
}
