import { formatValue } from './format-value.ts'
import { about, type Calendar, type Subject } from './subject.ts'

/** What is told of a season: how many buckets it has, and how much of the ups and downs it explains, 0 to 1. */
export interface ToldSeason {
  period: number
  strength: number
}

/**
 * A season in one sentence. A strength that is not finite is a RangeError.
 *
 * @example
 * seasonSentence(jobs, { period: 7, strength: 0.86 }, calendar)
 * // 'A period of 7 days explains 86% of the ups and downs of Jobs of nightly-import.'
 */
export function seasonSentence(subject: Subject, { period, strength }: ToldSeason, { bucket }: Calendar): string {
  const share = formatValue(strength, { unit: 'RATIO', currency: null })
  return `A period of ${period} ${bucket}s explains ${share} of the ups and downs of ${about(subject)}.`
}
