import { mean, median, medianAbsoluteDeviation } from 'simple-statistics'

import type { Values } from '../series.ts'
import { present } from './present.ts'

/** The standard deviation of a normal distribution is this many times its median absolute deviation. */
const NORMAL_OVER_MAD = 1.4826
/** The same for the mean absolute deviation: sqrt(pi / 2). */
const NORMAL_OVER_MEAN_DEVIATION = 1.2533

/**
 * How far values usually lie from their middle, as the standard deviation of a normal distribution, and not moved by
 * outliers: 1.4826 times the median absolute deviation from the median.
 *
 * When more than half of the values are equal that is 0, and 1.2533 times the mean absolute deviation from the median
 * stands in. The scale is never below `floor`, so that a series that hardly ever moves does not make every move
 * extreme. Missing values are left out.
 *
 * Reference: Iglewicz and Hoaglin, How to Detect and Handle Outliers, ASQC 1993, pages 11 to 13.
 *
 * In the unit of the values. Returns `null` when no value is there.
 *
 * @example
 * robustScale([1, 2, 3, 4, 100]) // 1.4826
 */
export function robustScale(values: Values, floor = 0): number | null {
  const there = present(values)
  if (there.length === 0) return null
  const middle = median(there)
  const scale =
    NORMAL_OVER_MAD * medianAbsoluteDeviation(there) ||
    NORMAL_OVER_MEAN_DEVIATION * mean(there.map((value) => Math.abs(value - middle)))
  return Math.max(scale, floor)
}
