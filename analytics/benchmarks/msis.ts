import { naiveError } from '../forecasts/naive-error.ts'
import type { Values } from '../series.ts'

interface Band {
  lower: Values
  upper: Values
  level: number
}

/**
 * Mean scaled interval score: the width of a band plus, for every value outside, how far outside it is times
 * 2 / (1 - level), over the mean |y[t] - y[t - period]| of the history. Lower is better.
 *
 * Reference: Gneiting and Raftery, Strictly Proper Scoring Rules, Journal of the American Statistical Association 102, 2007;
 * scaled as in the M4 competition.
 *
 * No unit. Returns `null` without values, and where the history is too short or repeats exactly.
 *
 * @example
 * msis({ history: [1, 3, 2], period: 1, actual: [4] }, { lower: [0], upper: [3], level: 0.95 }) // (3 + 40) / 1.5 = 28.667
 */
export function msis(
  { history, period, actual }: { history: Values; period: number; actual: Values },
  { lower, upper, level }: Band,
): number | null {
  const yardstick = naiveError(history, period)
  if (yardstick === null || actual.length === 0) return null
  let sum = 0
  for (let i = 0; i < actual.length; i++) {
    const outside = Math.max(lower[i]! - actual[i]!, actual[i]! - upper[i]!, 0)
    sum += upper[i]! - lower[i]! + (2 / (1 - level)) * outside
  }
  return sum / actual.length / yardstick
}
