import { leastCriterion } from './least-criterion.ts'
import { lineCost } from './line-cost.ts'
import { MIN_SEGMENT } from './min-segment.ts'

/**
 * Changes of level or slope by exact optimal partitioning into straight lines, their number chosen by an information
 * criterion.
 *
 * Formula and reference: see `leastCriterion`, with two parameters in a segment. `positions` are the places of the
 * values on the time axis.
 *
 * Returns the first point of every segment but the first, in ascending order; `[]` when there is none or points are too
 * few.
 *
 * @example
 * piecewiseLine(positions, values) // [28]
 */
export function piecewiseLine(positions: ArrayLike<number>, values: ArrayLike<number>): number[] {
  return leastCriterion(values.length, lineCost(positions, values), { parameters: 2, minSegment: MIN_SEGMENT })
}
