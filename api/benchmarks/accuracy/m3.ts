import { join } from 'node:path'

import { type ForecastScore, scoreForecasts } from '../../../analytics/benchmarks/score-forecasts.ts'
import { forecastCase, readCompetitionSeries } from './competition-series.ts'

const GRANULARITIES = { YEARLY: 'YEAR', QUARTERLY: 'QUARTER', MONTHLY: 'MONTH', OTHER: null } as const

/**
 * How good the forecasts that the product makes by default are on the M3 competition, over all series of `m3.jsonl`.
 * `null` when the folder has no such file.
 */
export function measureM3(folder: string): ForecastScore | null {
  const series = readCompetitionSeries(join(folder, 'm3.jsonl')) ?? []
  return scoreForecasts(series.map((one) => forecastCase(one, one.period ? GRANULARITIES[one.period] : null)))
}
