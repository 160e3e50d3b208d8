import { seasonalNaive } from '../forecasts/seasonal-naive.ts'
import { seasonallyAdjusted } from '../forecasts/seasonally-adjusted.ts'
import type { Values } from '../series.ts'
import { isSeasonal } from './is-seasonal.ts'

/**
 * The benchmark of the M competitions: the last value, seasonally adjusted where the season is significant.
 *
 * Reference: Makridakis, Spiliotis and Assimakopoulos, The M4 Competition, International Journal of Forecasting 36, 2020.
 *
 * In the unit of the values.
 *
 * @example
 * naive2([1, 2, 6, 1, 2, 6, 1, 2, 6], 3, 4) // [1, 2, 6, 1]
 */
export function naive2(history: Values, period: number, horizon: number): Float64Array {
  const naive = seasonalNaive(1)
  const model = isSeasonal(history, period) ? seasonallyAdjusted(naive, period) : naive
  return model.forecast(Float64Array.from(history), horizon)
}
