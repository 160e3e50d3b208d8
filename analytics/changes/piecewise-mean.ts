import { leastCriterion } from './least-criterion.ts'
import { meanCost } from './mean-cost.ts'
import { MIN_SEGMENT } from './min-segment.ts'

/**
 * Changes of the mean by exact optimal partitioning, their number chosen by an information criterion.
 *
 * Formula and reference: see `leastCriterion`, with one parameter in a segment.
 *
 * Returns the first point of every segment but the first, in ascending order; `[]` when there is none or points are too
 * few.
 *
 * @example
 * piecewiseMean(values) // [28]
 */
export function piecewiseMean(values: ArrayLike<number>): number[] {
  return leastCriterion(values.length, meanCost(values), { parameters: 1, minSegment: MIN_SEGMENT })
}
