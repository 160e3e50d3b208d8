import { probit } from 'simple-statistics'

/**
 * The deviate that Student's t exceeds, on either side together, with probability `significance`; the inverse of
 * `studentTail`.
 *
 * t = sqrt(v (exp((z (8 v + 3) / (8 v + 1))^2 / v) - 1)) for the normal deviate z. Reference: Wallace (1959), "Bounds
 * on normal approximations to Student's and the chi-square distributions".
 *
 * Units: standard errors. A significance outside of (0, 1) and degrees that are not positive are a wrong call:
 * RangeError.
 *
 * @example
 * studentCritical(0.05, 7) // 2.365
 */
export function studentCritical(significance: number, degrees: number): number {
  if (!(significance > 0 && significance < 1))
    throw new RangeError(`significance must lie in (0, 1), not ${significance}`)
  if (!(degrees > 0)) throw new RangeError(`degrees must be positive, not ${degrees}`)
  const deviate = (probit(1 - significance / 2) * (8 * degrees + 3)) / (8 * degrees + 1)
  return Math.sqrt(degrees * Math.expm1((deviate * deviate) / degrees))
}
