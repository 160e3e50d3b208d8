import { type ChangePoint, changePoints } from './changes/change-points.ts'
import { type Period, seasonality } from './seasons/seasonality.ts'
import type { Values } from './series.ts'
import { present } from './stats/present.ts'

/** Of the largest value: what seasons leave is not known more exactly. */
const RESOLUTION = 1e-9

/** What other analyses of a series stand on. */
export interface Outline {
  /** The periods with which it repeats itself; null with too few values to tell. */
  periods: Period[] | null
  /** What the seasons add to each value, also where one is missing; 0 without seasons. */
  seasonal: Float64Array
  /** The values without their seasons. */
  adjusted: Float64Array
  /** Where those change for good; null with too few values to tell. */
  changes: ChangePoint[] | null
}

/**
 * The seasons of a series and its change points, which are looked for in what the seasons leave: what repeats is no change.
 *
 * In the unit of the values, NaN where one is missing. Always comes back: what there are too few values for is null in it. A
 * candidate that is not a whole number above 1 is a RangeError.
 *
 * @example
 * outline(dailyRuns, { candidates: [7, 365] }) // { periods: [{ period: 7, ... }], adjusted: [...], changes: [] }
 */
export function outline(values: Values, { candidates }: { candidates: readonly number[] }): Outline {
  const seasons = seasonality(values, { candidates })
  const seasonal = (seasons?.seasonal ?? []).reduce(
    (sum, season) => sum.map((value, i) => value + season[i]!),
    new Float64Array(values.length),
  )
  const adjusted = withoutSeasons(values, seasonal)
  return { periods: seasons?.periods ?? null, seasonal, adjusted, changes: changePoints(adjusted) }
}

/** Rounded where there are seasons: the last digits of what they leave of a plain repetition would pass for a trend. */
function withoutSeasons(values: Values, seasonal: Float64Array): Float64Array {
  if (seasonal.every((height) => height === 0)) return Float64Array.from(values)
  const grain = RESOLUTION * present(values).reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  return Float64Array.from(values, (value, i) => Math.round((value - seasonal[i]!) / grain) * grain)
}
