import type { Model } from './model.ts'

/**
 * The average of the last `seasons` seasons, point by point: steadier than the last season alone.
 *
 * f[n + h] = mean over k = 1 .. seasons of y[n + h' - k * period], where h' is h within its season.
 *
 * @example
 * seasonalProfile(2, 2).forecast(Float64Array.of(1, 2, 3, 4), 3) // [2, 3, 2]
 */
export function seasonalProfile(period: number, seasons: number): Model {
  return {
    name: `profile of ${seasons} seasons of ${period}`,
    minPoints: seasons * period,
    forecast(history, horizon) {
      const profile = new Float64Array(period)
      for (let i = 0; i < seasons * period; i++) {
        profile[i % period]! += history[history.length - seasons * period + i]! / seasons
      }
      return Float64Array.from({ length: horizon }, (_, step) => profile[step % period]!)
    },
  }
}
