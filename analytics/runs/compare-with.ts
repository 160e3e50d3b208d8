import { median, medianAbsoluteDeviation } from 'simple-statistics'

export interface Comparison {
  verdict: 'SLOW' | 'FAST' | 'NORMAL'
  actual: number
  /** The median of the others. */
  expected: number
  /** The band in which runs are normal. */
  lower: number
  upper: number
  /** Actual over expected; null when nothing was expected. */
  ratio: number | null
  /** The percentage of the others that were shorter, equal ones counting one half. */
  percentile: number
  /** Two-sided chance that one more of the others would be at least as far out in their order. */
  pValue: number
}

/** The standard deviation of a normal distribution is this many times its median absolute deviation. */
const NORMAL_OVER_MAD = 1.4826
/** The band is this many standard deviations to each side. */
const BAND = 3
/** Spread below 5 % is not believed: the next run would be called slow for a hair's breadth. */
const LEAST_SPREAD = 0.05
/** Added before taking logarithms, so that 1 ms and 20 ms are about the same. In milliseconds. */
const INSTANT = 1000
/** A run outside of the band is normal all the same when more than this part of the others are as far out. */
const RARE = 0.05

/**
 * Whether a time is long or short among others.
 *
 * Durations are skewed, so the band is symmetric on logarithms: with `t = ln(x + 1 s)`, the median of t plus and minus three
 * times 1.4826 times their median absolute deviation, which outliers do not move. SLOW and FAST are outside of the
 * band, and at most one in 20 of the others is as far out: with two kinds of runs, such as with and without a cache, the
 * rarer kind is no news.
 *
 * Reference: Iglewicz and Hoaglin (1993), "How to detect and handle outliers"; the p-value is that of a conformal
 * prediction: Vovk and others (2005), "Algorithmic learning in a random world", `2 (1 + those as far out) / (n + 1)`.
 *
 * In milliseconds. No others, and a time that is negative or not finite, are a RangeError.
 *
 * @example
 * compareWith(90_000, [30_000, 31_000, 29_000, 30_500, 30_000])
 * // { verdict: 'SLOW', actual: 90000, expected: 30000, lower: 25682, upper: 35017, ratio: 3, percentile: 100, pValue: 0.33 }
 */
export function compareWith(actual: number, others: readonly number[]): Comparison {
  if (others.length === 0) throw new RangeError('nothing to compare with')
  for (const time of [actual, ...others]) {
    if (!(time >= 0 && time < Infinity)) throw new RangeError(`not a time in milliseconds: ${time}`)
  }
  const expected = median([...others])
  const spread = NORMAL_OVER_MAD * medianAbsoluteDeviation(others.map((time) => Math.log(time + INSTANT)))
  const factor = Math.exp(BAND * Math.max(spread, LEAST_SPREAD))
  const lower = Math.max(0, (expected + INSTANT) / factor - INSTANT)
  const upper = (expected + INSTANT) * factor - INSTANT

  const shorter = others.filter((time) => time < actual).length
  const longer = others.filter((time) => time > actual).length
  const equal = others.length - shorter - longer
  const isSlow = actual > upper && longer + equal <= RARE * others.length
  const isFast = actual < lower && shorter + equal <= RARE * others.length
  return {
    verdict: isSlow ? 'SLOW' : isFast ? 'FAST' : 'NORMAL',
    actual,
    expected,
    lower,
    upper,
    ratio: expected === 0 ? null : actual / expected,
    percentile: (100 * (shorter + equal / 2)) / others.length,
    pValue: Math.min(1, (2 * (1 + equal + Math.min(shorter, longer))) / (others.length + 1)),
  }
}
