import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

import { type ForecastCase } from '../../../analytics/benchmarks/score-forecasts.ts'
import { forecast } from '../../../analytics/forecasts/forecast.ts'
import { calendarPeriods } from '../../../analytics/seasons/calendar-periods.ts'
import { AVERAGE_MS } from '../../lib/average-length.ts'

const seriesSchema = z.object({
  id: z.string(),
  /** Season by which the competition scores. */
  m: z.int(),
  h: z.int(),
  period: z.enum(['YEARLY', 'QUARTERLY', 'MONTHLY', 'OTHER']).optional(),
  x: z.array(z.number()),
  xx: z.array(z.number()),
})

/** A series of a forecasting competition: its history `x` and the `h` values `xx` to predict. */
export type CompetitionSeries = z.infer<typeof seriesSchema>

/** Reads a file of one series per line. `null` when there is no such file. */
export function readCompetitionSeries(file: string): CompetitionSeries[] | null {
  if (!existsSync(file)) return null
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter((line) => line.trim() !== '').map((line) => seriesSchema.parse(JSON.parse(line)))
}

/**
 * What the product forecasts by default for a series of such buckets, or of unknown ones (null), beside what came. The competitions
 * hold only values above 0, which the product is told as it is for counts and durations.
 */
export function forecastCase(
  { id, m, h, x, xx }: CompetitionSeries,
  every: keyof typeof AVERAGE_MS | null,
): ForecastCase {
  const periods = every === null ? [] : calendarPeriods(AVERAGE_MS[every])
  const forecasted = forecast(x, { horizon: h, periods, nonNegative: true })
  if (!forecasted) throw new Error(`no forecast for ${id}`)
  return { history: x, actual: xx, period: m, forecast: forecasted }
}
