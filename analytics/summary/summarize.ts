import { max, mean, median, medianAbsoluteDeviation, min, quantile, sampleStandardDeviation } from 'simple-statistics'

import type { Values } from '../series.ts'
import { present } from '../stats/present.ts'

export interface Summary {
  /** Values that are there. */
  count: number
  missing: number
  mean: number
  median: number
  /** Median absolute deviation from the median, as it is: not scaled to a standard deviation. */
  mad: number
  min: number
  max: number
  p5: number
  p25: number
  p75: number
  p95: number
  /** Of a sample, divided by count - 1. `null` for one value. */
  standardDeviation: number | null
  /** Standard deviation over mean. `null` for one value, and unless all values are positive or zero and some are not zero. */
  coefficientOfVariation: number | null
  /** The latest value that is there. */
  last: number
}

/**
 * What a series looks like in a handful of numbers, in the unit of its values.
 *
 * Quantiles are those of R type 7, as in `numpy.quantile`. Missing values are counted and otherwise left out.
 *
 * Reference: Hyndman and Fan, Sample Quantiles in Statistical Packages, The American Statistician 50 (1996) 361-365.
 *
 * Returns `null` when no value is there.
 *
 * @example
 * summarize([1, NaN, 2, 6])
 * // { count: 3, missing: 1, mean: 3, median: 2, mad: 1, min: 1, max: 6, ..., last: 6 }
 */
export function summarize(values: Values): Summary | null {
  const there = present(values)
  if (there.length === 0) return null
  const middle = median(there)
  // Of deviations, so that rounding gives equal values no spread.
  const deviations = there.map((value) => value - middle)
  const average = middle + mean(deviations)
  const [p5, p25, p75, p95] = quantile(there, [0.05, 0.25, 0.75, 0.95]) as [number, number, number, number]
  const standardDeviation = there.length > 1 ? sampleStandardDeviation(deviations) : null
  const lowest = min(there)
  const relative = standardDeviation !== null && lowest >= 0 && average > 0
  return {
    count: there.length,
    missing: values.length - there.length,
    mean: average,
    median: middle,
    mad: medianAbsoluteDeviation(there),
    min: lowest,
    max: max(there),
    p5,
    p25,
    p75,
    p95,
    standardDeviation,
    coefficientOfVariation: relative ? standardDeviation / average : null,
    last: there.at(-1)!,
  }
}
