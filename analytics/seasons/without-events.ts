import { quantile } from 'simple-statistics'

import type { Values } from '../series.ts'
import { present } from '../stats/present.ts'

/** About 5 standard deviations of a normal distribution. */
const TIMES_90TH_PERCENTILE = 3
/** Below this share of the largest value a remainder is rounding, and no event. */
const RESOLUTION = 1e-9

/**
 * The remainder of values with NaN in place of events: what is beyond three times the 90th percentile of its absolute
 * values. That is taken and not the median, because STL of few cycles leaves half of the remainder close to zero.
 *
 * In the unit of the values. A remainder in which nothing is there stays as it is.
 *
 * @example
 * withoutEvents(Float64Array.of(1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, 40), values)
 * // [1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 1, NaN]
 */
export function withoutEvents(remainder: Float64Array, values: Values): Float64Array {
  const distances = present(remainder).map(Math.abs)
  if (distances.length === 0) return remainder
  const largest = present(values).reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const limit = Math.max(TIMES_90TH_PERCENTILE * quantile(distances, 0.9), RESOLUTION * largest)
  return remainder.map((value) => (Math.abs(value) <= limit ? value : NaN))
}
