import { variance } from 'simple-statistics'

import { present } from '../stats/present.ts'

/** A phase smoothed over 11 cycles by tricube weighs its own value as the mean of about this many cycles does. */
const CYCLES_IN_WINDOW = 6

/**
 * Share of the variance around the trend, and around other seasons, that one season explains:
 * 1 - var(remainder) / var(season + remainder) * cycles / (cycles - 1), and never below 0.
 *
 * This is F_S, corrected as an adjusted R^2 is: a season is fitted to the values that it then explains, so the plain F_S of
 * noise is not 0 but 1 / cycles, with no more cycles than a seasonal window holds.
 *
 * Reference: Wang, Smith and Hyndman, Characteristic-Based Clustering for Time Series Data, Data Mining and Knowledge
 * Discovery 13 (2006) 335-364.
 *
 * Without unit, 0 to 1. Returns `null` when nothing varies, and for one cycle.
 *
 * @example
 * seasonalStrength(Float64Array.of(2, -2, 2, -2), Float64Array.of(1, 1, -1, -1), 2) // 0.6
 */
export function seasonalStrength(season: Float64Array, remainder: Float64Array, period: number): number | null {
  const cycles = Math.min(CYCLES_IN_WINDOW, season.length / period)
  const there = present(remainder)
  if (there.length === 0 || cycles <= 1) return null
  const total = variance(present(remainder.map((value, i) => season[i]! + value)))
  return total > 0 ? Math.max(0, 1 - (variance(there) / total) * (cycles / (cycles - 1))) : null
}
