import type { Fold } from './back-test.ts'

/** How strongly the better model is preferred. */
const POWER = 4

/**
 * How much each model counts in the mean, by its errors in the past: w = error^-4, scaled to a sum of 1.
 *
 * The error is the mean absolute one of every past forecast, relative to those of the other models at the same time, so that
 * a stretch that nobody foresaw does not decide. All count the same without a past; models that never erred share all.
 *
 * Reference: Bates and Granger, The Combination of Forecasts, Operational Research Quarterly 20, 1969, with a higher power.
 *
 * @example
 * ensembleWeights([{ origin: 1, actual: Float64Array.of(2), forecasts: [Float64Array.of(1), Float64Array.of(4)] }], 2)
 * // [0.9412, 0.0588]
 */
export function ensembleWeights(folds: readonly Fold[], models: number): number[] {
  const errors = relativeErrors(folds, models)
  const least = Math.min(...errors)
  const weights = errors.map((error) => (error === least ? 1 : (least / error) ** POWER))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => weight / sum)
}

function relativeErrors(folds: readonly Fold[], models: number): number[] {
  const relative = new Array<number>(models).fill(0)
  for (const { actual, forecasts } of folds) {
    const errors = forecasts.map((forecast) => absoluteError(actual, forecast))
    const all = errors.reduce((sum, error) => sum + error, 0)
    if (all > 0) errors.forEach((error, model) => (relative[model]! += error / all))
  }
  return relative
}

function absoluteError(actual: Float64Array, forecast: Float64Array): number {
  let sum = 0
  for (let step = 0; step < actual.length; step++) sum += Math.abs(actual[step]! - forecast[step]!)
  return sum
}
