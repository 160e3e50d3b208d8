import { normalTail } from './normal-tail.ts'

/**
 * Two-sided p-value of Student's t: the chance of being at least this far from 0. `degrees` of freedom need not be
 * whole.
 *
 * The deviate is made a normal one by z = sqrt(v log(1 + t^2 / v)) (8 v + 1) / (8 v + 3), which is right to about 1 %
 * of the p-value from 5 degrees of freedom up. Reference: Wallace (1959), "Bounds on normal approximations to Student's
 * and the chi-square distributions".
 *
 * Units: the result lies between 0 and 1. Degrees that are not positive are a wrong call: RangeError.
 *
 * @example
 * studentTail(2.5, 7) // 0.0410
 */
export function studentTail(t: number, degrees: number): number {
  if (!(degrees > 0)) throw new RangeError(`degrees must be positive, not ${degrees}`)
  return normalTail((Math.sqrt(degrees * Math.log1p((t * t) / degrees)) * (8 * degrees + 1)) / (8 * degrees + 3))
}
