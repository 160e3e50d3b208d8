import { join } from 'node:path'

import { type ForecastScore, scoreForecasts } from '../../../analytics/benchmarks/score-forecasts.ts'
import { forecastCase, readCompetitionSeries } from './competition-series.ts'

/** Seasons that the calendar suggests, in points: what the product tries for buckets of that length. */
const PERIODS = { hourly: [24, 168], daily: [7], weekly: [52], monthly: [12], quarterly: [4], yearly: [] } as const

type Frequency = keyof typeof PERIODS

/**
 * How good the forecasts that the product makes by default are on the M4 competition, for every frequency of which the
 * folder has a file `<frequency>.jsonl`. `null` when it has none.
 */
export function measureM4(folder: string): Partial<Record<Frequency, ForecastScore>> | null {
  const scores: Partial<Record<Frequency, ForecastScore>> = {}
  for (const frequency of Object.keys(PERIODS) as Frequency[]) {
    const series = readCompetitionSeries(join(folder, `${frequency}.jsonl`)) ?? []
    const score = scoreForecasts(series.map((one) => forecastCase(one, PERIODS[frequency])))
    if (score) scores[frequency] = score
  }
  return Object.keys(scores).length > 0 ? scores : null
}
