import type { Threshold } from '../../charts/chart.ts'
import { readStored, readThresholds } from '../read-options.ts'

/** What lines can be told. */
export type LineOptions = { thresholds: readonly Threshold[] }

/** Reads stored options. */
export const readLineOptions = (stored: unknown): LineOptions => ({
  thresholds: readThresholds(readStored(stored).thresholds),
})
