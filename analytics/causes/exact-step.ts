/** Bits of the fraction of a double. */
const PRECISION = 52
const SMALLEST_EXPONENT = -1074

/**
 * The finest power of 2 whose multiples can be added up without rounding, in any order, while no sum is above `largest`:
 * doubles hold whole numbers up to 2^53 exactly, and so whole numbers of steps.
 *
 * In the unit of `largest`. Not finite: RangeError.
 *
 * @example
 * exactStep(1000) // 2 ** -42
 */
export function exactStep(largest: number): number {
  if (!Number.isFinite(largest)) throw new RangeError(`largest is not a finite number: ${largest}`)
  const exponent = largest > 0 ? Math.ceil(Math.log2(largest)) - PRECISION : 0
  return 2 ** Math.max(exponent, SMALLEST_EXPONENT)
}
