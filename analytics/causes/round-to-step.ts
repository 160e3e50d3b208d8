/**
 * The multiple of `step` that is nearest to a value; never -0.
 *
 * In the unit of the value.
 *
 * @example
 * roundToStep(0.3, 0.25) // 0.25
 */
export function roundToStep(value: number, step: number): number {
  // Adding 0 makes 0 of -0.
  return Math.round(value / step) * step + 0
}
