import type { Values } from '../series.ts'
import { interpolateGaps } from '../stats/interpolate-gaps.ts'
import { loess, type Smoothing } from './loess.ts'
import { robustnessWeights } from './robustness-weights.ts'
import { stl, type StlOptions } from './stl.ts'

export interface Decomposition {
  trend: Float64Array
  /** One for each period asked for, in that order. */
  seasonal: Float64Array[]
  /** Values minus trend minus seasons; NaN where a value is missing. */
  remainder: Float64Array
}

/** Rounds of robustness weights: what the authors of STL advise where outliers are radical. */
const ROBUST_ROUNDS = 10
/** How often several seasons are taken out in turn, each from what the others leave. */
const TURNS = 2
/** Share of a series that its trend is smoothed over when it has no season. */
const TREND_SHARE = 1 / 3

/**
 * A series taken apart into a trend, a season for each period, and the remainder: robust STL for one period, MSTL for
 * several. Outliers hardly touch trend and seasons, and stay in the remainder; a level shift is in the trend, blurred
 * over about a period. Without periods the trend is a robust LOESS curve, each point from a third of the series.
 *
 * values = trend + sum of seasons + remainder. Seasonal windows are 11, 15, 19, ... cycles from the shortest period to
 * the longest. Phases are smoothed to a level (degree 0, as R does): straight lines through the few cycles of a short series
 * would leave no remainder. Curves are fitted at every tenth of their window and drawn straight between. Missing values
 * decide nothing; trend and seasons are drawn on through them.
 *
 * Reference: Bandara, Hyndman and Bergmeir, MSTL: A Seasonal-Trend Decomposition Algorithm for Time Series with Multiple
 * Seasonal Patterns, arXiv 2107.13462.
 *
 * In the unit of the values. Returns `null` when fewer values are there than two of the longest period, or than three. A
 * period that is not a whole number above 1, and one that is given twice, are a RangeError.
 *
 * @example
 * decompose(dailyRuns, [7]) // { trend: [...], seasonal: [[...]], remainder: [...] }
 */
export function decompose(values: Values, periods: readonly number[]): Decomposition | null {
  for (const [i, period] of periods.entries()) {
    if (!Number.isInteger(period) || period < 2) throw new RangeError(`period is not a whole number above 1: ${period}`)
    if (periods.indexOf(period) < i) throw new RangeError(`period is given twice: ${period}`)
  }
  const known = Float64Array.from(values, (value) => (Number.isFinite(value) ? 1 : 0))
  const count = known.reduce((sum, one) => sum + one, 0)
  if (count < Math.max(3, 2 * Math.max(0, ...periods))) return null

  const complete = interpolateGaps(values)!
  const { trend, seasons } = periods.length === 0 ? trendAlone(complete, known) : takeTurns(complete, known, periods)
  const fitted = seasons.reduce(plus, trend)
  const remainder = complete.map((value, i) => (known[i] ? value - fitted[i]! : NaN))
  return { trend, seasonal: seasons, remainder }
}

interface Parts {
  trend: Float64Array
  seasons: Float64Array[]
}

function trendAlone(values: Float64Array, known: Float64Array): Parts {
  let weights = known
  let trend = values
  for (let round = 0; round <= ROBUST_ROUNDS; round++) {
    trend = loess(values, weights, smoothing(TREND_SHARE * values.length, 1)).subarray(1, values.length + 1)
    weights = robustnessWeights(minus(values, trend), known)
  }
  return { trend, seasons: [] }
}

function takeTurns(values: Float64Array, known: Float64Array, periods: readonly number[]): Parts {
  const shortestFirst = periods.toSorted((a, b) => a - b)
  const seasons = new Map<number, Float64Array>(periods.map((period) => [period, new Float64Array(values.length)]))
  let trend = values
  let rest = values
  for (let turn = 0; turn < (periods.length === 1 ? 1 : TURNS); turn++) {
    for (const [i, period] of shortestFirst.entries()) {
      const own = plus(rest, seasons.get(period)!)
      const parts = stl(own, known, optionsFor(period, 11 + 4 * i))
      rest = minus(own, parts.seasonal)
      seasons.set(period, parts.seasonal)
      trend = parts.trend
    }
  }
  return { trend, seasons: periods.map((period) => seasons.get(period)!) }
}

/** Windows as the authors of STL recommend them for a period and a seasonal window. */
const optionsFor = (period: number, seasonalWindow: number): StlOptions => ({
  period,
  seasonal: smoothing(seasonalWindow, 0),
  trend: smoothing((1.5 * period) / (1 - 1.5 / seasonalWindow), 1),
  lowPass: smoothing(period + 1, 1),
  inner: 1,
  outer: ROBUST_ROUNDS,
})

/** Over the smallest odd number of points that is not below `width`, and three. */
function smoothing(width: number, degree: 0 | 1): Smoothing {
  const window = Math.max(3, 2 * Math.floor(Math.ceil(width) / 2) + 1)
  return { window, jump: Math.ceil(window / 10), degree }
}

function plus(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => value + b[i]!)
}

function minus(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => value - b[i]!)
}
