import type { Values } from '../series.ts'

/**
 * How alike values are to those `lag` places before: the mean of (x[t] - m)(x[t - lag] - m) over the pairs that are there,
 * divided by the mean of (x[t] - m)^2, where m is the mean of all. Pairs with a missing value are left out.
 *
 * Reference: Parzen, On Spectral Analysis with Missing Observations and Amplitude Modulation, Sankhya A 25 (1963) 383-392;
 * `statsmodels.tsa.stattools.acf(adjusted=True)` where nothing is missing.
 *
 * Without unit, about -1 to 1. Returns `null` when there is no pair, or all values are equal. A lag that is not a whole
 * number above 0 is a RangeError.
 *
 * @example
 * autocorrelation([1, -1, 1, -1], 1) // -1
 */
export function autocorrelation(values: Values, lag: number): number | null {
  if (!Number.isInteger(lag) || lag < 1) throw new RangeError(`lag is not a whole number above 0: ${lag}`)
  // Counted from a value that is there, so that rounding does not make equal values differ from their mean.
  const origin = values.find((value) => !Number.isNaN(value)) ?? 0
  let sum = 0
  let count = 0
  for (const value of values) {
    if (Number.isNaN(value)) continue
    sum += value - origin
    count++
  }
  const middle = origin + sum / count
  let squares = 0
  for (const value of values) if (!Number.isNaN(value)) squares += (value - middle) ** 2
  let products = 0
  let pairs = 0
  for (let i = lag; i < values.length; i++) {
    const product = (values[i]! - middle) * (values[i - lag]! - middle)
    if (Number.isNaN(product)) continue
    products += product
    pairs++
  }
  return pairs === 0 || squares === 0 ? null : products / pairs / (squares / count)
}
