import { sum } from 'simple-statistics'
import type { Behaviour, BehaviourVector } from './behaviour.ts'
import { standardise } from './standardise.ts'

const HOURS_OF_WEEK = 168
/** Least standard deviations: a ratio of 1.5 in durations and numbers of runs, and what Cohen calls a small effect in rates. */
const LEAST_LOG_RATIO = Math.log(1.5)
const LEAST_ANGLE = 0.2
/** Each pipeline counts as if it had run so often more, with the failure rate of all: few runs say little about a rate. */
const USUAL_RUNS = 20

/**
 * Behaviours as vectors whose Euclidean distances say how much pipelines differ.
 *
 * - When it runs, not how often: the square roots of the shares of its runs in each hour of the week. Their distance is the
 *   Hellinger distance, times the root of 2.
 * - How long it runs, and how often: logarithms, since half and double are equally far.
 * - How many of its runs fail: the rate as an angle, `2 asin(sqrt(rate))`, where the same difference is as sure everywhere.
 *
 * All but the first are standardised over all pipelines, so that no unit outweighs another, and each aspect is divided by the
 * root of its count of numbers. Two pipelines that have nothing to do with each other are about the root of 2 apart in each.
 *
 * Without unit. Reference: Cohen (1988), "Statistical power analysis for the behavioral sciences", chapter 6, for angles. A
 * profile that has not 168 hours, different numbers of quantiles, and numbers that cannot be are a RangeError.
 *
 * @example
 * behaviourVectors(behaviours)[0]
 * // { hours: [...], durations: [0.4, 0.5], failures: [-1.1], runs: [0.3] }
 */
export function behaviourVectors(behaviours: readonly Behaviour[]): BehaviourVector[] {
  const quantiles = behaviours[0]?.durations.length ?? 0
  behaviours.forEach((behaviour) => check(behaviour, quantiles))

  const usualRate = sum(behaviours.map(({ failed }) => failed)) / sum(behaviours.map(({ ended }) => ended))
  const durations = Array.from({ length: quantiles }, (_, i) =>
    standardise(
      behaviours.map((behaviour) => Math.log1p(behaviour.durations[i]!)),
      LEAST_LOG_RATIO,
    ),
  )
  const failures = standardise(
    behaviours.map(({ failed, ended }) => angleOf((failed + USUAL_RUNS * usualRate) / (ended + USUAL_RUNS))),
    LEAST_ANGLE,
  )
  const runs = standardise(
    behaviours.map(({ hourOfWeek }) => Math.log(sum(Array.from(hourOfWeek)))),
    LEAST_LOG_RATIO,
  )
  return behaviours.map(({ hourOfWeek }, i) => ({
    hours: rootsOfShares(Array.from(hourOfWeek)),
    durations: durations.map((scores) => scores[i]! / Math.sqrt(quantiles)),
    failures: [failures[i]!],
    runs: [runs[i]!],
  }))
}

function angleOf(rate: number): number {
  return 2 * Math.asin(Math.sqrt(rate))
}

function rootsOfShares(counts: number[]): number[] {
  const all = sum(counts)
  return counts.map((count) => Math.sqrt(count / all))
}

function check({ hourOfWeek, durations, ended, failed }: Behaviour, quantiles: number) {
  const runs = Array.from(hourOfWeek)
  if (runs.length !== HOURS_OF_WEEK) throw new RangeError(`a week has 168 hours, not ${runs.length}`)
  if (durations.length !== quantiles) throw new RangeError(`${durations.length} quantiles, not ${quantiles}`)
  for (const value of [...runs, ...durations, ended, failed]) {
    if (!(value >= 0 && value < Infinity)) throw new RangeError(`no number of a behaviour: ${value}`)
  }
  if (sum(runs) === 0 || ended === 0) throw new RangeError('a pipeline that did not run has no behaviour')
  if (failed > ended) throw new RangeError(`${failed} of ${ended} runs failed`)
}
