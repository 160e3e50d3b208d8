import type { Values } from '../series.ts'

/**
 * Symmetric mean absolute percentage error, as in the M competitions: the mean of 200 |y - f| / (|y| + |f|), where a point
 * with y = f = 0 counts as 0.
 *
 * Reference: Makridakis, Accuracy measures, International Journal of Forecasting 9, 1993.
 *
 * In percent, 0 to 200. Returns `null` without values; two different lengths are a RangeError.
 *
 * @example
 * smape([100, 200], [110, 200]) // 4.7619
 */
export function smape(actual: Values, forecast: Values): number | null {
  if (actual.length !== forecast.length) throw new RangeError(`${forecast.length} forecasts of ${actual.length} values`)
  if (actual.length === 0) return null
  let sum = 0
  for (let i = 0; i < actual.length; i++) {
    const size = Math.abs(actual[i]!) + Math.abs(forecast[i]!)
    if (size !== 0) sum += (200 * Math.abs(actual[i]! - forecast[i]!)) / size
  }
  return sum / actual.length
}
