import type { Values } from '../series.ts'
import { autocorrelation } from '../stats/autocorrelation.ts'

/** Two-sided 90 % of the normal distribution. */
const CRITICAL = 1.645

/**
 * Whether values resemble those one period before more than chance does: the test of the M4 competition.
 *
 * |r[period]| > 1.645 * sqrt((1 + 2 * (r[1]^2 + ... + r[period - 1]^2)) / n), with r the autocorrelation by the number
 * of all values, as `acf` of R has it, on at least three periods.
 *
 * Reference: Makridakis, Spiliotis and Assimakopoulos, The M4 Competition, International Journal of Forecasting 36, 2020;
 * the bound is that of Bartlett.
 *
 * @example
 * isSeasonal([1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3], 3) // true
 */
export function isSeasonal(values: Values, period: number): boolean {
  if (period < 2 || values.length < 3 * period) return false
  const n = values.length
  const resemblance = Array.from(
    { length: period },
    (_, i) => (1 - (i + 1) / n) * (autocorrelation(values, i + 1) ?? 0),
  )
  const squares = resemblance.slice(0, -1).reduce((sum, r) => sum + r * r, 0)
  return Math.abs(resemblance[period - 1]!) > CRITICAL * Math.sqrt((1 + 2 * squares) / n)
}
