import type { Meaning } from './options.ts'

const neutralEnds = /_count$/
const badWords = /(fail|timed_out|timeout|cancel|error|duration|latency|queue|cost|drawdown)/
const goodWords = /(success|succeeded|throughput)/

/**
 * What it means when a measure grows: as chosen, or as its name says. Failures, durations and costs are better when they are
 * less; of what no name is known, more is neither better nor worse.
 *
 * @example moreIs('failure_rate', 'usual') // 'bad'
 */
export function moreIs(measure: string, chosen: Meaning): Exclude<Meaning, 'usual'> {
  if (chosen !== 'usual') return chosen
  if (neutralEnds.test(measure)) return 'neutral'
  if (badWords.test(measure)) return 'bad'
  return goodWords.test(measure) ? 'good' : 'neutral'
}
