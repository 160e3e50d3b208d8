import { type SegmentCost } from './mean-cost.ts'
import { optimalPartition } from './optimal-partition.ts'

/** Ratio of one penalty to the one before. A finer path found nothing better. */
const STEP = 0.65
const MOST_STEPS = 24
/** Of the (log n) in the criterion. 1 is BIC, which cuts curved and autocorrelated series to pieces. */
const EXPONENT = 2.2
/** Residuals this small are rounding, and the logarithm needs something. */
const SMALLEST_VARIANCE = 1e-12

/**
 * The partition with the least information criterion among the optimal ones of a path of penalties.
 *
 * n log(RSS / n) + (p (k + 1) + k) (log n)^2.2 for k change points and p `parameters` in a segment. A partition with
 * the least criterion is optimal for the penalty (p + 1) (log n)^2.2 RSS / n, so the path runs from that of no change
 * point down to that of the finest partition.
 *
 * Reference: Yao (1988), "Estimating the number of change-points via Schwarz' criterion"; Liu, Wu and Zidek (1997), "On
 * segmented multivariate regression", for the exponent above 1.
 *
 * Returns the first point of every segment but the first; `[]` when one segment is best.
 *
 * @example
 * leastCriterion(100, meanCost(values), { parameters: 1, minSegment: 5 }) // [40]
 */
export function leastCriterion(
  points: number,
  cost: SegmentCost,
  { parameters, minSegment }: { parameters: number; minSegment: number },
): number[] {
  const pricePerChange = (parameters + 1) * Math.log(points) ** EXPONENT
  const criterion = (changes: readonly number[]) => {
    const variance = Math.max(SMALLEST_VARIANCE, residualSquares(changes, points, cost) / points)
    return points * Math.log(variance) + changes.length * pricePerChange
  }
  const finest = optimalPartition(points, cost, { penalty: 0, minSegment })
  const lowest = (pricePerChange * residualSquares(finest, points, cost)) / points

  let best: number[] = []
  let penalty = (pricePerChange * cost(0, points)) / points
  for (let step = 0; step < MOST_STEPS && penalty > lowest; step++) {
    const changes = optimalPartition(points, cost, { penalty, minSegment })
    if (criterion(changes) < criterion(best)) best = changes
    penalty *= STEP
  }
  return best
}

function residualSquares(changes: readonly number[], points: number, cost: SegmentCost): number {
  return [0, ...changes].reduce((sum, start, i) => sum + cost(start, changes[i] ?? points), 0)
}
