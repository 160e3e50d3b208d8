import type { Values } from '../series.ts'
import { naiveError } from './naive-error.ts'

interface Scored {
  history: Values
  /** Of the seasonal naive forecast that the error is measured against; 1 for the naive one. */
  period: number
  actual: Values
}

/**
 * Mean absolute scaled error: mean |y - f| over the mean |y[t] - y[t - period]| of the history. Below 1 is better than
 * repeating the last season one step ahead.
 *
 * Reference: Hyndman and Koehler, Another look at measures of forecast accuracy, International Journal of Forecasting 22, 2006.
 *
 * No unit. Returns `null` without values, and where the history is too short or repeats exactly.
 *
 * @example
 * mase({ history: [1, 3, 2], period: 1, actual: [4, 4] }, [2, 3]) // 1
 */
export function mase({ history, period, actual }: Scored, forecast: Values): number | null {
  if (actual.length !== forecast.length) throw new RangeError(`${forecast.length} forecasts of ${actual.length} values`)
  const yardstick = naiveError(history, period)
  if (yardstick === null || actual.length === 0) return null
  let sum = 0
  for (let i = 0; i < actual.length; i++) sum += Math.abs(actual[i]! - forecast[i]!)
  return sum / actual.length / yardstick
}
