import { compareInWords } from './compare-in-words.ts'
import { endedWith } from './ended-with.ts'
import { formatDuration } from './format-duration.ts'

/** What is told of one time of a run, in milliseconds. */
export interface ToldRun {
  /** `It ran for` or `It waited for`. */
  verb: string
  actual: number
  expected: number
  lower: number
  upper: number
  /** Of which runs, such as `runs on Mondays at 02:00`. */
  others: string
}

const MILLISECONDS = { unit: 'MILLISECONDS', currency: null } as const

/**
 * How long a run took, or waited, in one sentence. Times that are not finite are a RangeError.
 *
 * @example
 * runSentence(run) // 'It ran for 12 min, where 3 min to 5 min is usual of 40 runs at 02:00: 2.9 times as long.'
 */
export function runSentence({ verb, actual, expected, lower, upper, others }: ToldRun): string {
  const usual = `${formatDuration(Math.max(0, lower))} to ${formatDuration(Math.max(0, upper))} is usual of ${others}`
  const sentence = `${verb} ${formatDuration(actual)}, where ${usual}`
  return endedWith(sentence, expected === 0 ? null : compareInWords(actual, expected, MILLISECONDS))
}
