import type { Values } from '../series.ts'

/**
 * How much values resemble those 1, 2, ... `longest` places before them, each from -1 to 1.
 *
 * At a lag: sum of (x[t] - mean)(x[t - lag] - mean) over the sum of (x[t] - mean)^2, both about the mean of all values.
 *
 * Reference: Box and Jenkins, Time Series Analysis, 1976, section 2.1.5; equal to `acf` of R.
 *
 * No unit; the lag k stands at the index k - 1. Returns `null` when there are not more values than `longest`, and when all
 * values are equal. A lag that is not a whole number from 1 is a RangeError.
 *
 * @example
 * autocorrelations([1, 2, 1, 2], 2) // [-0.75, 0.5]
 */
export function autocorrelations(values: Values, longest: number): Float64Array | null {
  if (!Number.isInteger(longest) || longest < 1) throw new RangeError(`lag is not a whole number from 1: ${longest}`)
  if (values.length <= longest) return null
  let mean = 0
  for (let t = 0; t < values.length; t++) mean += values[t]! / values.length
  const deviations = Float64Array.from(values, (value) => value - mean)
  const variation = productAt(deviations, 0)
  if (!(variation > 0)) return null
  return Float64Array.from({ length: longest }, (_, i) => productAt(deviations, i + 1) / variation)
}

function productAt(deviations: Float64Array, lag: number): number {
  let sum = 0
  for (let t = lag; t < deviations.length; t++) sum += deviations[t]! * deviations[t - lag]!
  return sum
}
