import { meanCost } from './mean-cost.ts'
import { MIN_SEGMENT } from './min-segment.ts'

/**
 * Changes of the mean by binary segmentation: the best place to cut is looked for, then again in both halves, as long
 * as a cut pays for itself.
 *
 * A cut pays when it lowers the sum of squares plus the logarithms of the segments' lengths by more than 3 log n
 * (modified BIC for values with standard deviation 1).
 *
 * Reference: Scott and Knott (1974); Zhang and Siegmund (2007), "A modified Bayes information criterion".
 *
 * Returns the first point of every segment but the first, in ascending order; `[]` when none pays or points are too
 * few.
 *
 * @example
 * binarySegmentation(standardised) // [28]
 */
export function binarySegmentation(values: ArrayLike<number>): number[] {
  const squares = meanCost(values)
  const cost = (start: number, end: number) => squares(start, end) + Math.log(end - start)
  const penalty = 3 * Math.log(values.length)

  const split = (start: number, end: number): number[] => {
    let best = -1
    let largestGain = penalty
    for (let cut = start + MIN_SEGMENT; cut <= end - MIN_SEGMENT; cut++) {
      const gain = cost(start, end) - cost(start, cut) - cost(cut, end)
      if (gain <= largestGain) continue
      largestGain = gain
      best = cut
    }
    return best < 0 ? [] : [...split(start, best), best, ...split(best, end)]
  }
  return split(0, values.length)
}
