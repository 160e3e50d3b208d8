import type { Values } from '../series.ts'

/**
 * Values with the missing ones drawn in on a straight line between their neighbours; before the first and after the last
 * that is there, the nearest one is repeated.
 *
 * In the unit of the values. Returns `null` when no value is there.
 *
 * @example
 * interpolateGaps([NaN, 1, NaN, 3]) // [1, 1, 2, 3]
 */
export function interpolateGaps(values: Values): Float64Array | null {
  const complete = Float64Array.from(values)
  let previous = -1
  for (let i = 0; i < complete.length; i++) {
    if (!Number.isFinite(complete[i])) continue
    const from = previous < 0 ? complete[i]! : complete[previous]!
    const step = (complete[i]! - from) / (i - previous)
    for (let j = previous + 1; j < i; j++) complete[j] = from + step * (j - previous)
    previous = i
  }
  if (previous < 0) return null
  return complete.fill(complete[previous]!, previous + 1)
}
