import { compareInWords } from './compare-in-words.ts'
import { endedWith } from './ended-with.ts'
import { formatValue } from './format-value.ts'
import { about, type Calendar, type Subject } from './subject.ts'

/** What is told of an anomaly: the value farthest out, and the first and the last bucket of the event. */
export interface ToldAnomaly {
  start: number
  end: number
  actual: number
  expected: number
  lower: number
  upper: number
}

/**
 * An anomaly in one sentence. A band that reaches below what can be, as that of a count below 0, is told from 0.
 *
 * Values are in the unit of the subject; those that are not finite are a RangeError.
 *
 * @example
 * anomalySentence(failures, anomaly, calendar)
 * // 'Failure rate of nightly-import came to 18% on 12 November 2026, where 2% to 5% is usual: 4 times as much.'
 */
export function anomalySentence(subject: Subject, anomaly: ToldAnomaly, calendar: Calendar): string {
  const { start, end, actual, expected } = anomaly
  const { lower, upper } = possible(anomaly)
  const when =
    start === end ? calendar.when(start) : `at its farthest, from ${calendar.name(start)} to ${calendar.name(end)}`
  const [low, high] = [formatValue(lower, subject), formatValue(upper, subject)]
  const usual = low === high ? low : `${low} to ${high}`
  const sentence = `${about(subject)} came to ${formatValue(actual, subject)} ${when}, where ${usual} is usual`
  // Against nothing any value is as much more as it is.
  return endedWith(sentence, expected === 0 ? null : compareInWords(actual, expected, subject))
}

/** Bands are symmetric, and values whose usual level is not negative are not expected below 0. */
function possible({ expected, lower, upper }: ToldAnomaly) {
  return expected >= 0 ? { lower: Math.max(0, lower), upper: Math.max(0, upper) } : { lower, upper }
}
