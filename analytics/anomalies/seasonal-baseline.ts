import { median } from 'simple-statistics'

import type { Values } from '../series.ts'
import { present } from '../stats/present.ts'

/** With fewer cycles the median of a phase is too much like each of its values. */
const FEWEST_CYCLES = 4

/**
 * The season of a series: for each period, from the shortest, the median of what values of the same phase are above the
 * mean of the cycle around them, after the seasons of shorter periods. An event in one cycle hardly moves it.
 *
 * In the unit of the values, about 0 on average. A period of which fewer than four cycles are there adds nothing. A
 * period that is not a whole number above 1 is a RangeError.
 *
 * @example
 * seasonalBaseline(dailyRuns, [7]) // [12, 14, 13, 15, 11, -33, -32, 12, …]
 */
export function seasonalBaseline(values: Values, periods: readonly number[]): Float64Array {
  const season = new Float64Array(values.length)
  for (const period of periods.toSorted((a, b) => a - b)) {
    if (!Number.isInteger(period) || period < 2) throw new RangeError(`period is not a whole number above 1: ${period}`)
    if (values.length < FEWEST_CYCLES * period) continue
    const rest = Float64Array.from(values, (value, i) => value - season[i]!)
    const aboveCycle = movingMean(rest, period).map((mean, i) => rest[i]! - mean)
    for (let phase = 0; phase < period; phase++) {
      const ofPhase = present(aboveCycle.filter((_, i) => i % period === phase))
      const height = ofPhase.length === 0 ? 0 : median(ofPhase)
      for (let i = phase; i < season.length; i += period) season[i]! += height
    }
  }
  return season
}

/** Over about a period around each value; as much of it as there is at the ends. */
function movingMean(values: Float64Array, period: number): Float64Array {
  const sums = new Float64Array(values.length + 1)
  const counts = new Float64Array(values.length + 1)
  for (const [i, value] of values.entries()) {
    sums[i + 1] = sums[i]! + (Number.isFinite(value) ? value : 0)
    counts[i + 1] = counts[i]! + (Number.isFinite(value) ? 1 : 0)
  }
  return values.map((_, i) => {
    const start = Math.max(0, Math.min(i - Math.floor(period / 2), values.length - period))
    const end = Math.min(values.length, start + period)
    return (sums[end]! - sums[start]!) / (counts[end]! - counts[start]!)
  })
}
