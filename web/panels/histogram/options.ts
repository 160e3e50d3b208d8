import type { Threshold } from '../../charts/chart.ts'
import { readStored, readThresholds } from '../read-options.ts'

/** What a histogram can be told. `isLog`: bins that grow by the same factor, for values over several orders of magnitude. */
export type HistogramOptions = { isLog: boolean; thresholds: readonly Threshold[] }

/** Reads stored options. */
export function readHistogramOptions(stored: unknown): HistogramOptions {
  const { isLog, thresholds } = readStored(stored)
  return { isLog: isLog === true, thresholds: readThresholds(thresholds) }
}
