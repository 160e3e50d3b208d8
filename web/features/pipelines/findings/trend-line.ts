type Point = { at: string; value?: number | null }

/**
 * The straight line of a trend, a value for each bucket that it was found in. It has the slope of the trend and as many
 * known values above it as below it, as is usual with Theil-Sen slopes. Empty without known values.
 */
export function trendLine(
  points: readonly Point[],
  { slope, from, to }: { slope: number; from: string; to: string },
): { at: string; value: number }[] {
  const part = points.filter(({ at }) => Date.parse(at) >= Date.parse(from) && Date.parse(at) < Date.parse(to))
  const intercepts = part.flatMap(({ value }, index) => (value == null ? [] : [value - slope * index]))
  if (intercepts.length === 0) return []
  const intercept = median(intercepts)
  return part.map(({ at }, index) => ({ at, value: intercept + slope * index }))
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}
