import { type SegmentCost } from './mean-cost.ts'

/**
 * What it costs to describe a segment by a straight line: the sum of squared residuals of least squares.
 *
 * `positions` are the places of the values on the time axis, in ascending order. Answers in constant time from running
 * sums. A segment of fewer than three points costs 0.
 *
 * @example
 * lineCost([0, 1, 2, 3], [0, 1, 2, 9])(0, 3) // 0
 */
export function lineCost(positions: ArrayLike<number>, values: ArrayLike<number>): SegmentCost {
  const n = values.length
  const x = new Float64Array(n + 1)
  const y = new Float64Array(n + 1)
  const xx = new Float64Array(n + 1)
  const xy = new Float64Array(n + 1)
  const yy = new Float64Array(n + 1)
  // Differences of running sums lose digits when positions or values are far from 0.
  const middle = n > 0 ? (positions[0]! + positions[n - 1]!) / 2 : 0
  const origin = values[0] ?? 0
  for (let i = 0; i < n; i++) {
    const position = positions[i]! - middle
    const value = values[i]! - origin
    x[i + 1] = x[i]! + position
    y[i + 1] = y[i]! + value
    xx[i + 1] = xx[i]! + position ** 2
    xy[i + 1] = xy[i]! + position * value
    yy[i + 1] = yy[i]! + value ** 2
  }
  return (start, end) => {
    const count = end - start
    if (count < 3) return 0
    const sumX = x[end]! - x[start]!
    const sumY = y[end]! - y[start]!
    const spreadX = xx[end]! - xx[start]! - (sumX * sumX) / count
    const shared = xy[end]! - xy[start]! - (sumX * sumY) / count
    const spreadY = yy[end]! - yy[start]! - (sumY * sumY) / count
    return Math.max(0, spreadY - (shared * shared) / spreadX)
  }
}
