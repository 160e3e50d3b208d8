import { findDataset } from './find-dataset.ts'
import { findMeasures } from './find-measures.ts'
import type { MetricQuery } from './metric-query.ts'

/** Whether a measure is divided by the hours that have passed: its value changes with the clock. Throws badInput for unknown names. */
export function countsPerHour({ dataset, measures }: Pick<MetricQuery, 'dataset' | 'measures'>): boolean {
  return findMeasures(findDataset(dataset), measures).aggregates.some(({ perHour }) => perHour)
}
