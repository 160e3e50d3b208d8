import { forecastSentence } from '../../../analytics/sentences/forecast-sentence.ts'
import type { AnsweredSeries } from '../metrics/index.ts'
import { analyse, type Analysing, candidatesOf, type Finding } from './analyse.ts'
import type { Forecast } from './forecast.ts'
import { calendarOf, subjectOf } from './words.ts'

interface ForecastRequest {
  horizon: number
  level: number
}

/** The buckets that come after the last complete one of a series. */
export function findForecast(
  series: AnsweredSeries,
  { horizon, level }: ForecastRequest,
  { analyst }: Analysing,
): Promise<Finding<Forecast>> {
  return analyse(series, async (part) => {
    const { values } = part
    const nonNegative = !values.some((value) => value < 0)
    const options = { horizon, level, periods: candidatesOf(part), nonNegative }
    const found = await analyst.analyse('forecast', { values, ...options })
    if (!found) return null
    const { mean, lower, upper, ...rest } = found
    const points = part.after(horizon).map((at, i) => ({ at, value: mean[i]!, lower: lower[i]!, upper: upper[i]! }))
    const last = points.at(-1)!
    const told = { ...last, at: Date.parse(last.at), level }
    return { ...rest, points, sentence: forecastSentence(subjectOf(series), told, calendarOf(part)) }
  })
}
