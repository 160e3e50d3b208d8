import { compareWith, type Comparison } from './compare-with.ts'

export interface Run {
  /** When it began, in the zone of those who read this: any numbers, as long as equal ones mean the same. */
  weekday: number
  hour: number
  /** From its begin to its end, in milliseconds. */
  duration: number
  /** From when it was asked for to its begin, in milliseconds; NaN when that is not known. */
  queue: number
}

/** Earlier runs of the same pipeline, one entry for each in every list. Times that are not known are NaN. */
export interface RunHistory {
  weekday: ArrayLike<number>
  hour: ArrayLike<number>
  duration: ArrayLike<number>
  queue: ArrayLike<number>
}

export interface Benchmark extends Comparison {
  comparedWith: {
    /** The weekday and hour that the others have in common with the run; null where they may differ. */
    weekday: number | null
    hour: number | null
    count: number
  }
}

export interface RunBenchmark {
  duration: Benchmark
  /** Null when the queue time of the run, or of too many others, is not known. */
  queue: Benchmark | null
}

/** With fewer runs a median absolute deviation says little. */
const FEWEST = 10

/**
 * Whether a run was slow for its pipeline, its weekday and its hour; its own duration apart from its time in the queue,
 * since a slow queue is the fault of the runners and not of the job.
 *
 * It is compared (`compareWith`) with the runs of the same weekday and hour, with those of the same hour when these are
 * fewer than 10, and with all when those are too few as well.
 *
 * In milliseconds. Returns `null` when fewer than 10 durations are there at all. A duration that is negative or not finite
 * is a RangeError.
 *
 * @example
 * benchmarkRun({ weekday: 1, hour: 3, duration: 90_000, queue: 500 }, history)
 * // { duration: { verdict: 'SLOW', expected: 30000, ratio: 3, comparedWith: { weekday: 1, hour: 3, count: 26 }, ... },
 * //   queue: { verdict: 'NORMAL', ... } }
 */
export function benchmarkRun(run: Run, history: RunHistory): RunBenchmark | null {
  const duration = benchmark(run, run.duration, history, history.duration)
  const queue = Number.isNaN(run.queue) ? null : benchmark(run, run.queue, history, history.queue)
  return duration && { duration, queue }
}

function benchmark(run: Run, actual: number, history: RunHistory, times: ArrayLike<number>): Benchmark | null {
  const others = [
    { weekday: run.weekday, hour: run.hour },
    { weekday: null, hour: run.hour },
    { weekday: null, hour: null },
  ]
  for (const { weekday, hour } of others) {
    const comparable = Array.from(times).filter(
      (time, i) =>
        !Number.isNaN(time) &&
        (weekday === null || history.weekday[i] === weekday) &&
        (hour === null || history.hour[i] === hour),
    )
    if (comparable.length < FEWEST) continue
    return { ...compareWith(actual, comparable), comparedWith: { weekday, hour, count: comparable.length } }
  }
  return null
}
