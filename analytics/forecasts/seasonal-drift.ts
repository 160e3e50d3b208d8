import type { Model } from './model.ts'

/**
 * The last season, raised by the average change from one season to the next.
 *
 * f[n + h] = y[n + h - k * period] + k * period * slope, with slope = (mean of the last season - mean of the first) /
 * (number of points between them).
 *
 * Reference: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 2021, section 5.2, there for period 1.
 *
 * @example
 * seasonalDrift(2).forecast(Float64Array.of(1, 2, 3, 4), 3) // [5, 6, 7]
 */
export function seasonalDrift(period: number): Model {
  return {
    name: `seasonal drift ${period}`,
    minPoints: 2 * period,
    forecast(history, horizon) {
      const start = history.length - period
      let rise = 0
      for (let i = 0; i < period; i++) rise += history[start + i]! - history[i]!
      const risePerSeason = rise / start
      return Float64Array.from(
        { length: horizon },
        (_, step) => history[start + (step % period)]! + risePerSeason * (Math.floor(step / period) + 1),
      )
    },
  }
}
