/**
 * Two-sided p-value of a standard normal deviate: the chance of being at least this far from 0.
 *
 * Chebyshev fit of erfc with a relative error below 1.2e-7 everywhere, so small p-values stay meaningful where 1 - erf
 * would be 0. Reference: Press et al. (1992), "Numerical Recipes", section 6.2.
 *
 * Units: `deviate` is in standard deviations; the result lies between 0 and 1. NaN is a wrong call: RangeError.
 *
 * @example
 * normalTail(1.959964) // 0.05
 */
export function normalTail(deviate: number): number {
  if (Number.isNaN(deviate)) throw new RangeError(`deviate must be a number, not ${deviate}`)
  const x = Math.abs(deviate) / Math.SQRT2
  const t = 1 / (1 + x / 2)
  const polynomial = COEFFICIENTS.reduceRight((sum, coefficient) => coefficient + t * sum, 0)
  return Math.min(1, t * Math.exp(polynomial - x * x))
}

const COEFFICIENTS = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
  0.17087277,
]
