import { linearRegression, median } from 'simple-statistics'

import { lineResiduals } from '../stats/line-residuals.ts'
import { type Points } from '../stats/present-points.ts'
import { robustScale } from '../stats/robust-scale.ts'
import { slicePoints } from '../stats/slice-points.ts'

export type ChangeDescription = {
  /** Index of the first point of the new regime. */
  readonly index: number
  /** Medians of the segments before and after. */
  readonly before: number
  readonly after: number
  /** Slopes of least squares of the segments before and after, in the unit of the values for each point. */
  readonly slopeBefore: number
  readonly slopeAfter: number
  /** (after - before) / robust standard deviation of what straight lines leave of the segments; `null` when that is 0. */
  readonly effect: number | null
  /** (after - before) / |before|; `null` when `before` is 0. */
  readonly relativeChange: number | null
  /** First and last index of the segment before, which the new regime is compared with. */
  readonly baselineStart: number
  readonly baselineEnd: number
}

/**
 * What changes at point `split` of some points, in numbers that do not move with outliers.
 *
 * Formulas: beside the fields. Units: `effect` is in standard deviations, `relativeChange` a plain ratio, indexes are
 * positions of the points. A split at or outside the ends is a wrong call: RangeError.
 *
 * @example
 * describeChange(points, 6) // { index: 6, before: 1.5, after: 8.5, relativeChange: 4.67, … }
 */
export function describeChange(points: Points, split: number): ChangeDescription {
  const { positions, values } = points
  if (!(split >= 1 && split < values.length)) throw new RangeError(`split must lie inside the points, not at ${split}`)
  const old = slicePoints(points, 0, split)
  const regime = slicePoints(points, split)
  const before = median(Array.from(old.values))
  const after = median(Array.from(regime.values))
  const noise =
    robustScale([old, regime].flatMap((part) => Array.from(lineResiduals(part.positions, part.values)))) ?? 0
  return {
    index: positions[split]!,
    before,
    after,
    slopeBefore: slope(old),
    slopeAfter: slope(regime),
    effect: noise > 0 ? (after - before) / noise : null,
    relativeChange: before === 0 ? null : (after - before) / Math.abs(before),
    baselineStart: positions[0]!,
    baselineEnd: positions[split - 1]!,
  }
}

function slope({ positions, values }: Points): number {
  return linearRegression(Array.from(positions, (x, i) => [x, values[i]!])).m
}
