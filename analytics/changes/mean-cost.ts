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
  for (let i = 0; i < values.length; i++) {
    sums[i + 1] = sums[i]! + values[i]!
    squares[i + 1] = squares[i]! + values[i]! ** 2
  }
  return (start, end) => {
    if (end <= start) return 0
    const sum = sums[end]! - sums[start]!
    // Rounding of the running sums may leave a little less than nothing.
    return Math.max(0, squares[end]! - squares[start]! - (sum * sum) / (end - start))
  }
}
