import { join } from 'node:path'

import { type ForecastScore, scoreForecasts } from '../../../analytics/benchmarks/score-forecasts.ts'
import { forecastCase, readCompetitionSeries } from './competition-series.ts'

const GRANULARITIES = {
  hourly: 'HOUR',
  daily: 'DAY',
  weekly: 'WEEK',
  monthly: 'MONTH',
  quarterly: 'QUARTER',
  yearly: 'YEAR',
} as const

type Frequency = keyof typeof GRANULARITIES

/**
 * How good the forecasts that the product makes by default are on the M4 competition, for every frequency of which the
 * folder has a file `<frequency>.jsonl`. `null` when it has none.
 */
export function measureM4(folder: string): Partial<Record<Frequency, ForecastScore>> | null {
  const scores: Partial<Record<Frequency, ForecastScore>> = {}
  for (const frequency of Object.keys(GRANULARITIES) as Frequency[]) {
    const series = readCompetitionSeries(join(folder, `${frequency}.jsonl`)) ?? []
    const score = scoreForecasts(series.map((one) => forecastCase(one, GRANULARITIES[frequency])))
    if (score) scores[frequency] = score
  }
  return Object.keys(scores).length > 0 ? scores : null
}
