import type { Model } from './model.ts'

/**
 * The last season, again and again; with a period of 1, the last value.
 *
 * f[n + h] = y[n + h - k * period], with the smallest k that reaches into the history.
 *
 * Reference: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 2021, section 5.2.
 *
 * @example
 * seasonalNaive(2).forecast(Float64Array.of(1, 2, 3, 4), 3) // [3, 4, 3]
 */
export function seasonalNaive(period: number): Model {
  return {
    name: `seasonal naive ${period}`,
    minPoints: period,
    forecast: (history, horizon) =>
      Float64Array.from({ length: horizon }, (_, step) => history[history.length - period + (step % period)]!),
  }
}
