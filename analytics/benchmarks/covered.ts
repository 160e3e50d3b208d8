import type { Values } from '../series.ts'

/**
 * The share of values that lie within a band, its edges included.
 *
 * From 0 to 1. Returns `null` without values.
 *
 * @example
 * covered([1, 2, 3, 4], { lower: [0, 0, 0, 0], upper: [3, 3, 3, 3] }) // 0.75
 */
export function covered(actual: Values, { lower, upper }: { lower: Values; upper: Values }): number | null {
  if (actual.length === 0) return null
  let inside = 0
  for (let i = 0; i < actual.length; i++) if (lower[i]! <= actual[i]! && actual[i]! <= upper[i]!) inside++
  return inside / actual.length
}
