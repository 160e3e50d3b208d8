import { minimise } from '../stats/minimise.ts'
import type { Model } from './model.ts'

/**
 * The theta method: the mean of the straight line through the history and of simple exponential smoothing of the history
 * with its curvature doubled.
 *
 * Reference: Assimakopoulos and Nikolopoulos, The theta model, International Journal of Forecasting 16, 2000.
 *
 * @example
 * theta.forecast(Float64Array.of(5, 5, 5), 2) // [5, 5]
 */
export const theta: Model = {
  name: 'theta',
  minPoints: 3,
  forecast(history, horizon) {
    const { intercept, slope } = line(history)
    const curve = history.map((value, t) => 2 * value - intercept - slope * t)
    const within = ([weight = 0]: readonly number[]) => Math.min(Math.max(weight, 0.01), 0.99)
    const squaredError = (point: readonly number[]) => smooth(curve, within(point)).squaredError
    const { level } = smooth(curve, within(minimise(squaredError, [0.5], { step: 0.1, evaluations: 40 })))
    return Float64Array.from(
      { length: horizon },
      (_, step) => (level + intercept + slope * (history.length + step)) / 2,
    )
  },
}

function line(values: Float64Array) {
  const middle = (values.length - 1) / 2
  let sum = 0
  let product = 0
  let square = 0
  for (let t = 0; t < values.length; t++) {
    sum += values[t]!
    product += (t - middle) * values[t]!
    square += (t - middle) ** 2
  }
  const slope = product / square
  return { slope, intercept: sum / values.length - slope * middle }
}

function smooth(values: Float64Array, weight: number) {
  let level = values[0]!
  let squaredError = 0
  for (let t = 1; t < values.length; t++) {
    const error = values[t]! - level
    squaredError += error * error
    level += weight * error
  }
  return { level, squaredError }
}
