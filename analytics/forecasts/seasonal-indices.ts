import type { Values } from '../series.ts'

export interface SeasonalIndices {
  /** Whether a value is its trend times its index, or its trend plus its index. */
  multiplicative: boolean
  /** Index of the points 0 .. period - 1, 1 or 0 on average. */
  indices: Float64Array
}

/**
 * What a season does at each of its points, by classical decomposition: the mean, over the seasons, of a value over (or
 * minus) the centred moving average of one period around it. Multiplicative where every value is above 0.
 *
 * Reference: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 2021, section 3.4; equal to `decompose` of R.
 *
 * Returns `null` when there are less than two seasons. A period that is not a whole number from 2 is a RangeError.
 *
 * @example
 * seasonalIndices([1, 3, 1, 3, 1], 2) // { multiplicative: true, indices: [0.5, 1.5] }
 */
export function seasonalIndices(values: Values, period: number): SeasonalIndices | null {
  if (!Number.isInteger(period) || period < 2) throw new RangeError(`period is not a whole number from 2: ${period}`)
  if (values.length < 2 * period) return null

  const multiplicative = values.every((value) => value > 0)
  const sums = new Float64Array(period)
  const counts = new Float64Array(period)
  const half = Math.floor(period / 2)
  // An even window has half a point at each end.
  const endWeight = period % 2 === 0 ? 0.5 : 1
  // Sum of the values between the two ends of the window.
  let inner = 0
  for (let t = 1; t < 2 * half; t++) inner += values[t]!
  for (let t = half; t < values.length - half; t++) {
    const trend = (inner + endWeight * (values[t - half]! + values[t + half]!)) / period
    sums[t % period]! += multiplicative ? values[t]! / trend : values[t]! - trend
    counts[t % period]!++
    inner += values[t + half]! - values[t - half + 1]!
  }
  const indices = sums.map((sum, i) => sum / counts[i]!)
  const mean = indices.reduce((sum, index) => sum + index, 0) / period
  return { multiplicative, indices: indices.map((index) => (multiplicative ? index / mean : index - mean)) }
}
