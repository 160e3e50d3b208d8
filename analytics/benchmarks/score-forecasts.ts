import type { Forecast } from '../forecasts/forecast.ts'
import { mase } from '../forecasts/mase.ts'
import { smape } from '../forecasts/smape.ts'
import type { Values } from '../series.ts'
import { covered } from './covered.ts'
import { msis } from './msis.ts'
import { naive2 } from './naive2.ts'
import { owa } from './owa.ts'

export interface ForecastCase {
  history: Values
  /** What came after the history. */
  actual: Values
  /** Season of Naive2 and of the yardstick of MASE and MSIS, as the competition sets it. */
  period: number
  forecast: Pick<Forecast, 'mean' | 'lower' | 'upper' | 'level'>
}

export interface ForecastScore {
  series: number
  /** In percent. */
  smape: number
  mase: number
  owa: number
  msis: number
  /** Share of the actual values inside the band. */
  coverage: number
  naive2: { smape: number; mase: number }
}

/**
 * How good forecasts of many series are, by the rules of the M4 competition: every measure is the mean over the series, and
 * Naive2 on the same series is what OWA compares with.
 *
 * Reference: Makridakis, Spiliotis and Assimakopoulos, The M4 Competition, International Journal of Forecasting 36, 2020.
 *
 * Series whose history repeats exactly have no MASE or MSIS and are left out of those means. Returns `null` when no series
 * can be scored.
 */
export function scoreForecasts(cases: readonly ForecastCase[]): ForecastScore | null {
  const benchmarks = cases.map(({ history, period, actual }) => ({ mean: naive2(history, period, actual.length) }))
  const method = accuracy(
    cases,
    cases.map(({ forecast }) => forecast),
  )
  const benchmark = accuracy(cases, benchmarks)
  const scaledInterval = meanOf(cases.map((scored) => msis(scored, scored.forecast)))
  const coverage = meanOf(cases.map(({ actual, forecast }) => covered(actual, forecast)))
  if (!method || !benchmark || scaledInterval === null || coverage === null) return null
  return {
    series: cases.length,
    ...method,
    owa: owa(method, benchmark),
    msis: scaledInterval,
    coverage,
    naive2: benchmark,
  }
}

function accuracy(cases: readonly ForecastCase[], forecasts: readonly { mean: Values }[]) {
  const percentage = meanOf(cases.map(({ actual }, i) => smape(actual, forecasts[i]!.mean)))
  const scaled = meanOf(cases.map((scored, i) => mase(scored, forecasts[i]!.mean)))
  return percentage === null || scaled === null ? null : { smape: percentage, mase: scaled }
}

function meanOf(scores: readonly (number | null)[]): number | null {
  const known = scores.filter((score) => score !== null)
  return known.length > 0 ? known.reduce((sum, score) => sum + score, 0) / known.length : null
}
