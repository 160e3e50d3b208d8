import { mean } from 'simple-statistics'

import type { Values } from '../series.ts'
import { interpolateGaps } from '../stats/interpolate-gaps.ts'
import { backTest, type Fold } from './back-test.ts'
import { conformalMargins } from './conformal-margins.ts'
import { ensembleWeights } from './ensemble-weights.ts'
import { mase } from './mase.ts'
import { modelsFor } from './models-for.ts'
import { smape } from './smape.ts'
import { weightedMean } from './weighted-mean.ts'

/** Fewer values say nothing about the next one that their range does not say. */
const MIN_POINTS = 10
/** What lies further back is not looked at. */
const MAX_POINTS = 3000
const FOLDS = 8
/** Even for a shorter forecast the past is tested this far, to have errors to learn from. */
const MIN_TEST_HORIZON = 6

export interface ForecastOptions {
  /** Number of points to forecast. */
  horizon: number
  /** Share of future values that the band is meant to hold, between 0 and 1. */
  level?: number
  /** Lengths of the seasons in points, such as 7 for days and 24 and 168 for hours; empty where none are known. */
  periods: readonly number[]
  /** Whether values below 0 are impossible, as with counts and durations. */
  nonNegative?: boolean
}

export interface Forecast {
  mean: Float64Array
  lower: Float64Array
  upper: Float64Array
  level: number
  /** The models behind the mean and how much each counts; the weights add up to 1. */
  members: { name: string; weight: number }[]
  /** How the same ensemble did on past stretches of this series that it had not seen. */
  pastError: {
    /** In percent, 0 to 200. */
    smape: number
    /** Against repeating the last season one step ahead; `null` where the history repeats exactly. */
    mase: number | null
    folds: number
  }
  method: 'weighted ensemble, split conformal band'
}

/**
 * The next values of a series and a band that holds them with a given confidence.
 *
 * The mean is that of simple models, each weighted by its error on up to eight past stretches of the series; the band comes
 * from the errors of that mean on the same stretches, each time with weights learned on the others. Nothing but the series
 * itself goes in. Missing values are drawn in from their neighbours; of a long series the last 3,000 points count.
 *
 * Reference: Petropoulos and Svetunkov, A simple combination of univariate models, International Journal of Forecasting 36,
 * 2020, for the idea; the models name their own.
 *
 * In the unit of the values. Returns `null` with fewer than 10 values, or where more are missing than there. A horizon that is
 * not a whole number from 1, a level not between 0 and 1 and a period that is not a whole number from 2 are a RangeError.
 *
 * @example
 * forecast([5, 5, 5, 5, 5, 5, 5, 5, 5, 5], { horizon: 2, periods: [] })?.mean // [5, 5]
 */
export function forecast(
  values: Values,
  { horizon, level = 0.95, periods, nonNegative = false }: ForecastOptions,
): Forecast | null {
  check(horizon, level, periods)
  const history = recentHistory(values)
  if (!history) return null

  const plan = testPlan(history.length, horizon)
  const models = modelsFor(periods, plan.known)
  const folds = backTest(history, models, plan)
  const weights = ensembleWeights(folds, models.length)
  const center = weightedMean(
    models.map((model) => model.forecast(history, horizon)),
    weights,
  )
  const tested = folds.map((fold) => {
    const others = folds.length > 1 ? folds.filter((other) => other !== fold) : folds
    return { fold, forecast: weightedMean(fold.forecasts, ensembleWeights(others, models.length)) }
  })
  const margins = conformalMargins(
    tested.map(({ fold, forecast }) => fold.actual.map((actual, step) => actual - forecast[step]!)),
    { horizon, level, windows: windowsOf(folds) },
  )
  if (!margins) return null

  const possible = (value: number) => (nonNegative ? Math.max(value, 0) : value)
  return {
    mean: center.map(possible),
    lower: center.map((value, step) => possible(value - margins[step]!)),
    upper: center.map((value, step) => possible(value + margins[step]!)),
    level,
    members: models.map(({ name }, i) => ({ name, weight: weights[i]! })),
    pastError: pastErrorOf(history, periods[0] ?? 1, tested),
    method: 'weighted ensemble, split conformal band',
  }
}

function check(horizon: number, level: number, periods: readonly number[]): void {
  if (!Number.isInteger(horizon) || horizon < 1)
    throw new RangeError(`horizon is not a whole number from 1: ${horizon}`)
  if (!(level > 0 && level < 1)) throw new RangeError(`level is not between 0 and 1: ${level}`)
  for (const period of periods) {
    if (!Number.isInteger(period) || period < 2) throw new RangeError(`period is not a whole number from 2: ${period}`)
  }
}

function recentHistory(values: Values): Float64Array | null {
  const recent = Float64Array.from(values.slice(-MAX_POINTS))
  const present = recent.filter(Number.isFinite).length
  return present >= MIN_POINTS && 2 * present >= recent.length ? interpolateGaps(recent) : null
}

/** Past forecasts as long as the wanted one, spread over the second half of the history. */
function testPlan(length: number, horizon: number) {
  const tested = Math.min(Math.max(horizon, MIN_TEST_HORIZON), Math.floor(length / 3))
  const stride = Math.max(1, Math.min(tested, Math.floor((length / 2 - tested) / (FOLDS - 1))))
  const known = length - tested - 2 * stride
  return { horizon: tested, stride, folds: FOLDS, known, minPoints: Math.min(known, Math.floor(length / 2)) }
}

/** How many of the tested stretches could stand side by side. */
function windowsOf(folds: readonly Fold[]): number {
  const latest = folds[0]!
  return (latest.origin - folds.at(-1)!.origin) / latest.actual.length + 1
}

function pastErrorOf(
  history: Float64Array,
  period: number,
  tested: readonly { fold: Fold; forecast: Float64Array }[],
): Forecast['pastError'] {
  const scaled = tested.map(({ fold: { origin, actual }, forecast }) =>
    mase({ history: history.subarray(0, origin), period, actual }, forecast),
  )
  const known = scaled.filter((error) => error !== null)
  return {
    smape: mean(tested.map(({ fold, forecast }) => smape(fold.actual, forecast) ?? 0)),
    mase: known.length > 0 ? mean(known) : null,
    folds: tested.length,
  }
}
