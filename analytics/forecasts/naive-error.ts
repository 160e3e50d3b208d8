import type { Values } from '../series.ts'

/**
 * By how much values usually differ from those one period before: the yardstick of MASE and MSIS.
 *
 * Mean of |y[t] - y[t - period]| over the history.
 *
 * Reference: Hyndman and Koehler, Another look at measures of forecast accuracy, International Journal of Forecasting 22, 2006.
 *
 * In the unit of the values. Returns `null` when the history is not longer than a period, or repeats exactly.
 *
 * @example
 * naiveError([1, 3, 2], 1) // 1.5
 */
export function naiveError(history: Values, period: number): number | null {
  let sum = 0
  for (let t = period; t < history.length; t++) sum += Math.abs(history[t]! - history[t - period]!)
  return sum > 0 ? sum / (history.length - period) : null
}
