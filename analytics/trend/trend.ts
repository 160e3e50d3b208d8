import { type Values } from '../series.ts'
import { lineResiduals } from '../stats/line-residuals.ts'
import { mannKendall } from '../stats/mann-kendall.ts'
import { type Points, presentPoints } from '../stats/present-points.ts'
import { ranks } from '../stats/ranks.ts'
import { slicePoints } from '../stats/slice-points.ts'
import { studentCritical } from '../stats/student-critical.ts'
import { studentTail } from '../stats/student-tail.ts'
import { varianceInflation } from '../stats/variance-inflation.ts'
import { theilSen } from './theil-sen.ts'

export type Trend = {
  /** Theil-Sen slope and the ends of its 95 % confidence interval, in the unit of the values for each point. */
  readonly slopePerPoint: number
  readonly lower: number
  readonly upper: number
  /** Of the Mann-Kendall test, corrected for autocorrelation. */
  readonly pValue: number
  /** Kendall's tau-b between value and time; 0 when all values are equal. */
  readonly tau: number
  /** `NONE` when the p-value exceeds 0.03. */
  readonly direction: 'UP' | 'DOWN' | 'NONE'
  readonly method: 'MANN_KENDALL'
  /** How many points are there, and how many independent ones they are worth. */
  readonly n: number
  readonly effectiveN: number
  /** Indexes of the first and the last point that is there. */
  readonly from: number
  readonly to: number
}

/** The normal approximation of the Mann-Kendall statistic needs as many. */
const FEWEST_POINTS = 10
/** Below .05, as the correction for autocorrelation is itself an estimate, and seasons that were taken out took noise with them. */
const SIGNIFICANCE = 0.03
/** Chance of a slope outside of its interval. */
const OUTSIDE = 0.05
/** Of the largest residual. */
const ROUNDING = 1e-9

/**
 * Whether values rise or fall from index `from` to the end, and how steeply.
 *
 * Mann-Kendall test and Theil-Sen slope: outliers and skewed values do not move them. The variance of S is multiplied
 * by (1 + r) / (1 - r), and S / its standard deviation is taken for Student's t with n (1 - r) / (1 + r) - 4 degrees of
 * freedom, as r is an estimate: the correlation of neighbouring ranks of the residuals of two straight lines, one for
 * each half. What one line leaves of a curved or broken trend would pass for autocorrelation.
 *
 * Pass the index of the last change point as `from`: a jump is no trend. Seasonal series should come without their
 * season.
 *
 * References: Mann (1945); Sen (1968); Hamed and Rao (1998), "A modified Mann-Kendall trend test for autocorrelated
 * data", for the ranks; Yue and Wang (2004), "The Mann-Kendall test modified by effective sample size to detect trend
 * in serially correlated hydrological series".
 *
 * Units: indexes of `values`, and the unit of the values. NaN is a missing point. `null` when fewer than 10 points are
 * there. A `from` that is no index is a wrong call: RangeError.
 *
 * @example
 * trend([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) // { slopePerPoint: 1, lower: 1, upper: 1, direction: 'UP', … }
 */
export function trend(values: Values, { from = 0 }: { from?: number } = {}): Trend | null {
  if (!(Number.isInteger(from) && from >= 0)) throw new RangeError(`from must be an index, not ${from}`)
  const points = pointsFrom(values, from)
  const n = points.values.length
  const kendall = mannKendall(points.values)
  if (n < FEWEST_POINTS || kendall === null) return null

  const inflation = inflationOf(points)
  const degrees = Math.max(1, n / inflation - 4)
  const deviation = Math.sqrt(kendall.variance * inflation)
  const sen = theilSen(points, studentCritical(OUTSIDE, degrees) * deviation)
  if (sen === null) return null
  // S moves in steps of 2: continuity correction.
  const distance = Math.max(0, Math.abs(kendall.s) - 1)
  const pValue = deviation > 0 ? studentTail(distance / deviation, degrees) : 1
  return {
    slopePerPoint: sen.slope,
    lower: sen.lower,
    upper: sen.upper,
    pValue,
    tau: kendall.tau,
    direction: pValue > SIGNIFICANCE ? 'NONE' : kendall.s > 0 ? 'UP' : 'DOWN',
    method: 'MANN_KENDALL',
    n,
    effectiveN: Math.max(1, n / inflation),
    from: points.positions[0]!,
    to: points.positions[n - 1]!,
  }
}

function inflationOf(points: Points): number {
  const middle = points.values.length >> 1
  const halves = [slicePoints(points, 0, middle), slicePoints(points, middle)]
  const residuals = halves.flatMap((half) => Array.from(lineResiduals(half.positions, half.values)))
  const largest = residuals.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  // Without their rounding, which would put equal ones in order.
  const rounded = residuals.map((value) => (largest > 0 ? Math.round(value / largest / ROUNDING) : 0))
  const centre = (residuals.length + 1) / 2
  const ranked = ranks(rounded).map((rank) => rank - centre)
  return varianceInflation([ranked.subarray(0, middle), ranked.subarray(middle)], 2)
}

function pointsFrom(values: Values, from: number): Points {
  const points = presentPoints(values)
  return slicePoints(points, points.positions.filter((position) => position < from).length)
}
