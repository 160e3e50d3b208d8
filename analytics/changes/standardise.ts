/**
 * Values less their mean, divided by their standard deviation (that of the population).
 *
 * Returns `null` when all values are the same, or there are none: they have no deviation to be divided by.
 *
 * @example
 * standardise(Float64Array.of(1, 3)) // [-1, 1]
 */
export function standardise(values: Float64Array): Float64Array | null {
  if (values.every((value) => value === values[0])) return null
  const mean = values.reduce((sum, value) => sum + value / values.length, 0)
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2 / values.length, 0)
  return variance > 0 ? values.map((value) => (value - mean) / Math.sqrt(variance)) : null
}
