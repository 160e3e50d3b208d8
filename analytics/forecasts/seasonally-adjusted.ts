import type { Model } from './model.ts'
import { seasonalIndices } from './seasonal-indices.ts'

/**
 * A model that knows no seasons, applied to a series whose season has been taken out, and the season put back into its
 * forecast.
 *
 * Reference: Makridakis and Hibon, The M3-Competition, International Journal of Forecasting 16, 2000, appendix A.
 *
 * @example
 * seasonallyAdjusted(seasonalNaive(1), 2).forecast(Float64Array.of(1, 3, 1, 3, 1, 3), 2) // [1, 3]
 */
export function seasonallyAdjusted(model: Model, period: number): Model {
  return {
    name: `${model.name}, season ${period} adjusted`,
    minPoints: Math.max(model.minPoints, 2 * period),
    forecast(history, horizon) {
      const season = seasonalIndices(history, period)
      if (!season) throw new RangeError(`less than two seasons of ${period}: ${history.length} points`)
      const { multiplicative, indices } = season
      const indexAt = (t: number) => indices[t % period]!
      const adjusted = history.map((value, t) => (multiplicative ? value / indexAt(t) : value - indexAt(t)))
      return model.forecast(adjusted, horizon).map((value, step) => {
        const index = indexAt(history.length + step)
        return multiplicative ? value * index : value + index
      })
    },
  }
}
