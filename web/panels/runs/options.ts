import { readByName, readChoice, readList, readNumber, readStored, readText } from '../read-options.ts'

/** Which values of a metric are better; `usual`: as is usual for its name. */
export const directions = ['usual', 'higher', 'lower', 'neither'] as const
export type Direction = (typeof directions)[number]

/** How one metric is compared. */
export type MetricOptions = {
  better: Direction
  /** Digits after the point; null: four that count. */
  decimals: number | null
}

/** Options of a comparison of runs; `metrics` by their names, where they are not as usual. */
export type RunsOptions = {
  /** The value that all others are compared with; null: the first. */
  baseline: string | null
  /** Metrics that are shown, in this order; none: all, by name. */
  shown: readonly string[]
  metrics: Readonly<Record<string, MetricOptions>>
}

/** How a metric is compared of which nothing is stored. */
export const usualMetric: MetricOptions = { better: 'usual', decimals: null }

/** Reads stored options. */
export function readRunsOptions(stored: unknown): RunsOptions {
  const { baseline, shown, metrics } = readStored(stored)
  return {
    baseline: readText(baseline) || null,
    shown: readList(shown, (name) => readText(name) || null),
    metrics: readByName(metrics, readMetric),
  }
}

function readMetric(stored: unknown): MetricOptions {
  const { better, decimals } = readStored(stored)
  const digits = readNumber(decimals)
  return {
    better: readChoice(better, directions, 'usual'),
    decimals: digits === null ? null : Math.min(10, Math.max(0, Math.round(digits))),
  }
}
