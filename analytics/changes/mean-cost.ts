/** Sum of squared residuals of one segment from `start` up to, not including, `end`. */
export type SegmentCost = (start: number, end: number) => number

/**
 * What it costs to describe a segment by its mean: the sum of squared differences from it.
 *
 * Answers in constant time from running sums. An empty segment costs 0.
 *
 * @example
 * meanCost([1, 3, 10])(0, 2) // 2
 */
export function meanCost(values: ArrayLike<number>): SegmentCost {
  const sums = new Float64Array(values.length + 1)
  const squares = new Float64Array(values.length + 1)
  // Differences of running sums lose digits when values are far from 0.
  const origin = values[0] ?? 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i]! - origin
    sums[i + 1] = sums[i]! + value
    squares[i + 1] = squares[i]! + value ** 2
  }
  return (start, end) => {
    if (end <= start) return 0
    const sum = sums[end]! - sums[start]!
    // Rounding of the running sums may leave a little less than nothing.
    return Math.max(0, squares[end]! - squares[start]! - (sum * sum) / (end - start))
  }
}
