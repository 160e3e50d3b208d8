import type { Threshold } from '../../charts/chart.ts'
import { readByName, readChoice, readFlag, readStored, readThresholds } from '../read-options.ts'

/** What it means when a number grows; `usual`: as is usual for its measure. */
export const meanings = ['usual', 'good', 'bad', 'neutral'] as const
export type Meaning = (typeof meanings)[number]

/** How one measure is judged. */
export type MeasureOptions = { moreIs: Meaning; thresholds: readonly Threshold[] }

/** Options of big numbers; `measures` by their names, where they are not as usual. */
export type NumberOptions = { sparkline: boolean; measures: Readonly<Record<string, MeasureOptions>> }

/** How a measure is judged of which nothing is stored. */
export const usualMeasure: MeasureOptions = { moreIs: 'usual', thresholds: [] }

/** Reads stored options. */
export function readNumberOptions(stored: unknown): NumberOptions {
  const { sparkline, measures } = readStored(stored)
  return { sparkline: readFlag(sparkline, true), measures: readByName(measures, readMeasure) }
}

function readMeasure(stored: unknown): MeasureOptions {
  const { moreIs, thresholds } = readStored(stored)
  return { moreIs: readChoice(moreIs, meanings, 'usual'), thresholds: readThresholds(thresholds) }
}
