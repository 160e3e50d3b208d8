import { quantile } from 'simple-statistics'

/** A scale on which deviations up and down are about equally large. */
export interface StableScale {
  to(value: number): number
  from(scaled: number): number
}

const LINEAR: StableScale = { to: (value) => value, from: (scaled) => scaled }
const SQUARE_ROOT: StableScale = {
  to: (value) => 2 * Math.sqrt(value + 3 / 8),
  from: (scaled) => Math.max(0, (Math.max(0, scaled) / 2) ** 2 - 3 / 8),
}
/** Beyond this the exponential is infinite. */
const LARGEST_LOGARITHM = 709
const LOGARITHM: StableScale = { to: Math.log, from: (scaled) => Math.exp(Math.min(scaled, LARGEST_LOGARITHM)) }

/** Less is not worth another scale. */
const NOTABLE_SKEWNESS = 0.15

/**
 * The scale on which the noise of a series is least skewed: as it is, square roots (2 sqrt(x + 3/8), which counts need)
 * when nothing is below 0, or logarithms (which durations need) when all is above.
 *
 * `noiseOn` is to return what is left of the values on a scale without season and level, which may be skewed for other
 * reasons. Skewness is how much farther the 90th percentile is from the median than the 10th, as a share of the distance
 * between them. Values stay as they are when it is below 0.15.
 *
 * Reference: Anscombe, The Transformation of Poisson, Binomial and Negative-Binomial Data, Biometrika 35 (1948) 246-254;
 * Hinkley, On Power Transformations to Symmetry, Biometrika 62 (1975) 101-111.
 *
 * `values` without NaN. No values stay as they are.
 *
 * @example
 * const values = [0.1, 0.3, 1, 3, 10]
 * stableScale(values, ({ to }) => values.map(to)).to(1) // 0
 */
export function stableScale(
  values: readonly number[],
  noiseOn: (scale: StableScale) => readonly number[],
): StableScale {
  if (skewness(noiseOn(LINEAR)) < NOTABLE_SKEWNESS) return LINEAR
  const candidates = [LINEAR]
  if (values.every((value) => value >= 0)) candidates.push(SQUARE_ROOT)
  if (values.every((value) => value > 0)) candidates.push(LOGARITHM)
  const skews = candidates.map((scale) => skewness(noiseOn(scale)))
  return candidates[skews.indexOf(Math.min(...skews))]!
}

function skewness(values: readonly number[]): number {
  if (values.length === 0) return 0
  const [low, middle, high] = [0.1, 0.5, 0.9].map((share) => quantile(Array.from(values), share))
  return high === low ? 0 : Math.abs((high! + low! - 2 * middle!) / (high! - low!))
}
