import type { Stacking, Threshold } from '../charts/chart.ts'
import { readChoice, readStored, readThresholds } from './read-options.ts'

/** What areas and bars over time can be told. */
export type TimeOptions = { stacking: Stacking; thresholds: readonly Threshold[] }

const stackings = ['none', 'stacked', 'shares'] as const

/** Reads stored options of areas and bars. */
export function readTimeOptions(stored: unknown): TimeOptions {
  const { stacking, thresholds } = readStored(stored)
  return { stacking: readChoice(stacking, stackings, 'stacked'), thresholds: readThresholds(thresholds) }
}
