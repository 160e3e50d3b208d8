import { formatValue } from './format-value.ts'
import { about, type Calendar, type Subject } from './subject.ts'

/** What is told of a forecast: its last bucket. */
export interface ToldForecast {
  at: number
  value: number
  lower: number
  upper: number
  /** Share of values that the band is meant to hold. */
  level: number
}

/**
 * A forecast in one sentence. Values are in the unit of the subject; those that are not finite are a RangeError.
 *
 * @example
 * forecastSentence(cost, forecast, calendar)
 * // 'Cost of eu: EUR 120.00 is expected on 12 November 2026, and in 95 of 100 such cases it is between EUR 100.00 and EUR 140.50.'
 */
export function forecastSentence(subject: Subject, forecast: ToldForecast, calendar: Calendar): string {
  const { at, value, lower, upper, level } = forecast
  const band = `between ${formatValue(lower, subject)} and ${formatValue(upper, subject)}`
  const cases = `${Number((100 * level).toPrecision(3))} of 100`
  return `${about(subject)}: ${formatValue(value, subject)} is expected ${calendar.when(at)}, and in ${cases} such cases it is ${band}.`
}
