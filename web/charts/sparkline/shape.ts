/** What a sparkline draws: jobs per bucket and the failed ones among them, oldest first; null where nothing is known. */
export type SparklinePoint = { count: number | null; failed: number | null }

/** One bar, in CSS pixels from the top left corner. `failedHeight` is the part at its foot that failed. */
export type SparklineBar = { x: number; width: number; y: number; height: number; failedHeight: number }

/** Failures are never thinner than this, or one among thousands would not be seen. */
const leastPx = 2

/**
 * Bars for the points, scaled to the highest. A bucket without jobs has no bar.
 *
 * @example sparklineBars([{ count: 4, failed: 1 }], { width: 10, height: 8 }) // [{ x: 0, width: 9, y: 0, height: 8, failedHeight: 2 }]
 */
export function sparklineBars(
  points: readonly SparklinePoint[],
  size: { width: number; height: number },
): SparklineBar[] {
  const highest = Math.max(1, ...points.map(({ count }) => count ?? 0))
  const pitch = size.width / Math.max(1, points.length)
  const gap = pitch >= 4 ? 1 : pitch >= 2 ? 0.5 : 0
  return points.flatMap(({ count, failed }, index) => {
    if (count === null || count === 0) return []
    const height = Math.max(leastPx, (count / highest) * size.height)
    const failedHeight = failed ? Math.min(height, Math.max(leastPx, (failed / count) * height)) : 0
    return [{ x: index * pitch, width: pitch - gap, y: size.height - height, height, failedHeight }]
  })
}
