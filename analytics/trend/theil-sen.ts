import { quickselect } from 'simple-statistics'

import { type Points } from '../stats/present-points.ts'
import { pairSlopes } from './pair-slopes.ts'

export type TheilSen = { readonly slope: number; readonly lower: number; readonly upper: number }

/**
 * Theil-Sen slope: the median of the slopes of all pairs of points, with a confidence interval.
 *
 * The interval ends at the slopes of rank (N - c) / 2 and (N + c) / 2 of N pairs, where c, `pairsOfNoise`, is how far
 * the Mann-Kendall statistic S of a series without trend may lie from 0: the critical deviate times its standard
 * deviation. Of more than 1,500 points a part of the pairs is taken, see `pairSlopes`, and the ranks are scaled.
 *
 * References: Theil (1950), "A rank-invariant method of linear and polynomial regression analysis"; Sen (1968),
 * "Estimates of the regression coefficient based on Kendall's tau".
 *
 * Units: value per unit of position. Fewer than two points: `null`. A negative `pairsOfNoise` is a wrong call:
 * RangeError.
 *
 * @example
 * theilSen({ positions: Float64Array.of(0, 1, 2), values: Float64Array.of(0, 1, 4) }, 1) // { slope: 2, lower: 1, upper: 3 }
 */
export function theilSen(points: Points, pairsOfNoise: number): TheilSen | null {
  if (!(pairsOfNoise >= 0)) throw new RangeError(`pairsOfNoise must not be negative: ${pairsOfNoise}`)
  const slopes = pairSlopes(points)
  if (slopes.length === 0) return null
  const last = slopes.length - 1
  const ofRank = (rank: number) => {
    const within = Math.min(last, Math.max(0, rank))
    quickselect(slopes, within)
    return slopes[within]!
  }
  const n = points.values.length
  const halfWidth = (pairsOfNoise * slopes.length) / (n * (n - 1))
  return {
    slope: (ofRank(Math.floor(last / 2)) + ofRank(Math.ceil(last / 2))) / 2,
    // Rounded as in Sen's tables, and counted from 0.
    lower: ofRank(Math.round(slopes.length / 2 - halfWidth) - 1),
    upper: ofRank(Math.round(slopes.length / 2 + halfWidth)),
  }
}
