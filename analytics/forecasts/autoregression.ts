import { solvePositiveDefinite } from '../stats/solve-positive-definite.ts'
import type { Model } from './model.ts'

/** Of the mean square of a regressor: enough to keep neighbouring lags, which are nearly the same, from cancelling. */
const RIDGE = 1e-4

/**
 * The next value as a weighted sum of the values `lags` places back, fitted by ridge regression and then fed its own
 * forecasts.
 *
 * y[t] = y[t - anchor] + c + sum over lags of w[lag] * (y[t - lag] - mean), with w minimising the squared error plus RIDGE
 * times the squared weights: without evidence it is the value `anchor` places back plus its mean change. `scale: log` does all that with
 * log y, where every value is above 0, so that effects multiply. Forecasts stay within one range of the history beyond it.
 *
 * Reference: Hoerl and Kennard, Ridge Regression, Technometrics 12, 1970.
 */
export function autoregression(lags: readonly number[], scale: 'linear' | 'log'): Model {
  const longest = Math.max(...lags)
  return {
    name: `autoregression of ${lags.join(' ')}${scale === 'log' ? ' in logs' : ''}`,
    minPoints: longest + 8 * lags.length,
    forecast(history, horizon) {
      const logs = scale === 'log' && history.every((value) => value > 0)
      const values = logs ? history.map(Math.log) : history
      const path = extend(values, horizon, lags, fit(values, lags, longest))
      return logs ? path.map(Math.exp) : path
    },
  }
}

interface Fit {
  means: Float64Array
  weights: Float64Array
  drift: number
}

function fit(values: Float64Array, lags: readonly number[], longest: number): Fit {
  const count = lags.length
  const rows = values.length - longest
  const means = Float64Array.from(lags, (lag) => {
    let sum = 0
    for (let t = longest; t < values.length; t++) sum += values[t - lag]!
    return sum / rows
  })
  let drift = 0
  for (let t = longest; t < values.length; t++) drift += (values[t]! - values[t - lags[0]!]!) / rows

  const gram = lags.map(() => new Float64Array(count))
  const right = new Float64Array(count)
  const row = new Float64Array(count)
  for (let t = longest; t < values.length; t++) {
    for (let i = 0; i < count; i++) row[i] = values[t - lags[i]!]! - means[i]!
    const change = values[t]! - values[t - lags[0]!]! - drift
    for (let i = 0; i < count; i++) {
      right[i]! += row[i]! * change
      for (let j = 0; j <= i; j++) gram[i]![j]! += row[i]! * row[j]!
    }
  }
  const trace = gram.reduce((sum, line, i) => sum + line[i]!, 0)
  for (let i = 0; i < count; i++) gram[i]![i]! += (RIDGE * trace) / count
  return { means, weights: solvePositiveDefinite(gram, right) ?? new Float64Array(count), drift }
}

function extend(values: Float64Array, horizon: number, lags: readonly number[], { means, weights, drift }: Fit) {
  let lowest = Infinity
  let highest = -Infinity
  for (const value of values) {
    lowest = Math.min(lowest, value)
    highest = Math.max(highest, value)
  }
  const range = highest - lowest
  const path = new Float64Array(values.length + horizon)
  path.set(values)
  for (let t = values.length; t < path.length; t++) {
    let next = path[t - lags[0]!]! + drift
    for (let i = 0; i < lags.length; i++) next += weights[i]! * (path[t - lags[i]!]! - means[i]!)
    path[t] = Math.min(Math.max(next, lowest - range), highest + range)
  }
  return path.subarray(values.length)
}
