import type { Threshold } from '../charts/chart.ts'

/** The word for each look of a threshold that has no label: colour is never the only sign. */
const lookWords: Readonly<Record<Threshold['look'], string>> = { good: 'Good', warning: 'Warning', bad: 'Bad' }

/**
 * The threshold that says how good a value is: the highest that it has reached. Null below all of them, and where no value
 * is known.
 *
 * @example thresholdOf(0.2, [{ value: 0, look: 'good', label: '' }, { value: 0.1, look: 'bad', label: '' }]) // { value: 0.1, … }
 */
export function thresholdOf(value: number | null, thresholds: readonly Threshold[]): Threshold | null {
  if (value === null) return null
  const reached = thresholds.filter((threshold) => value >= threshold.value)
  return reached.reduce<Threshold | null>((best, one) => (best && best.value > one.value ? best : one), null)
}

/** What a threshold is called: as it was labelled, or by its look. */
export const thresholdWords = ({ label, look }: Threshold): string => label || lookWords[look]
