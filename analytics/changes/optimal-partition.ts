import { type SegmentCost } from './mean-cost.ts'

/**
 * The partition of the first `points` points into segments of at least `minSegment` that has the smallest sum of costs
 * plus `penalty` for each change point. Exact.
 *
 * F(t) = min over s of F(s) + cost(s, t) + penalty. A start s with F(s) + cost(s, t) >= F(t) is never best again once a
 * segment may start at t, so it is dropped.
 *
 * Reference: Jackson et al. (2005), "An algorithm for optimal partitioning of data on an interval"; Killick, Fearnhead
 * and Eckley (2012), "Optimal detection of changepoints with a linear computational cost" (PELT).
 *
 * Returns the first point of every segment but the first, in ascending order; `[]` when one segment is best, also when
 * there are too few points for two.
 *
 * @example
 * optimalPartition(6, meanCost([0, 0, 0, 9, 9, 9]), { penalty: 1, minSegment: 2 }) // [3]
 */
export function optimalPartition(
  points: number,
  cost: SegmentCost,
  { penalty, minSegment }: { penalty: number; minSegment: number },
): number[] {
  const best = new Float64Array(points + 1).fill(Infinity)
  const lastStart = new Int32Array(points + 1)
  // Plain loops over arrays that are made once: most of the time of an analysis is spent here.
  const starts = new Int32Array(points + 1)
  const totals = new Float64Array(points + 1)
  const uselessFrom = new Int32Array(points + 1).fill(points + 1)
  let count = 0
  best[0] = -penalty
  for (let end = minSegment; end <= points; end++) {
    starts[count++] = end - minSegment
    for (let i = 0; i < count; i++) {
      totals[i] = best[starts[i]!]! + cost(starts[i]!, end)
      if (totals[i]! + penalty >= best[end]!) continue
      best[end] = totals[i]! + penalty
      lastStart[end] = starts[i]!
    }
    let kept = 0
    for (let i = 0; i < count; i++) {
      const start = starts[i]!
      if (totals[i]! >= best[end]!) uselessFrom[start] = Math.min(uselessFrom[start]!, end + minSegment)
      if (uselessFrom[start]! > end + 1) starts[kept++] = start
    }
    count = kept
  }
  const changes: number[] = []
  for (let start = lastStart[points] ?? 0; start > 0; start = lastStart[start]!) changes.unshift(start)
  return changes
}
