import type { Values } from '../series.ts'

/**
 * The values that are there, in their order: all but NaN and the infinities.
 *
 * @example
 * present([3, NaN, 1]) // [3, 1]
 */
export function present(values: Values): number[] {
  return Array.from(values).filter(Number.isFinite)
}
