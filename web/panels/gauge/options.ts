import type { Threshold } from '../../charts/chart.ts'
import { readNumber, readStored, readThresholds } from '../read-options.ts'

/** What a gauge can be told. Null for an end: what fits the value and the thresholds. */
export type GaugeOptions = { min: number | null; max: number | null; thresholds: readonly Threshold[] }

/** Reads stored options. */
export function readGaugeOptions(stored: unknown): GaugeOptions {
  const { min, max, thresholds } = readStored(stored)
  return { min: readNumber(min), max: readNumber(max), thresholds: readThresholds(thresholds) }
}
