import { mean, standardDeviation } from 'simple-statistics'

/**
 * Z scores: how many standard deviations each value is above the mean. A deviation that is less than `least` counts as
 * `least`, so that values which hardly differ are not pulled apart.
 *
 * Without unit; `least` has that of the values. No values: an empty list.
 *
 * @example
 * standardise([1, 2, 3], 0.1) // [-1.22, 0, 1.22]
 * standardise([1, 2, 3], 10) // [-0.1, 0, 0.1]
 */
export function standardise(values: number[], least: number): number[] {
  if (values.length === 0) return []
  const centre = mean(values)
  const deviation = Math.max(standardDeviation(values), least)
  return values.map((value) => (value - centre) / deviation)
}
