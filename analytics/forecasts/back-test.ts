import type { Model } from './model.ts'

/** What the models would have said at a past moment, and what came. */
export interface Fold {
  /** Number of points that were known. */
  origin: number
  actual: Float64Array
  /** One forecast per model, in their order. */
  forecasts: Float64Array[]
}

/**
 * Forecasts of several models from past moments of a history, each fitted only to what was known then: rolling-origin
 * evaluation.
 *
 * The last origin is `horizon` points before the end, the others `stride` points before one another; none leaves less
 * than `minPoints`, or than any of the models needs, so there may be fewer than `folds`, or none. The latest fold comes first.
 *
 * Reference: Tashman, Out-of-sample tests of forecasting accuracy, International Journal of Forecasting 16, 2000.
 *
 * @example
 * backTest(Float64Array.of(1, 2, 3, 4), [seasonalNaive(1)], { horizon: 1, stride: 1, folds: 2, minPoints: 1 })
 * // [{ origin: 3, actual: [4], forecasts: [[3]] }, { origin: 2, actual: [3], forecasts: [[2]] }]
 */
export function backTest(
  history: Float64Array,
  models: readonly Model[],
  { horizon, stride, folds, minPoints }: { horizon: number; stride: number; folds: number; minPoints: number },
): Fold[] {
  const past: Fold[] = []
  const least = Math.max(minPoints, ...models.map((model) => model.minPoints))
  for (let origin = history.length - horizon; origin >= least && past.length < folds; origin -= stride) {
    const known = history.subarray(0, origin)
    past.push({
      origin,
      actual: history.slice(origin, origin + horizon),
      forecasts: models.map((model) => model.forecast(known, horizon)),
    })
  }
  return past
}
