import { readChoice, readStored } from '../read-options.ts'

/** What a heatmap can be told. WEEKDAYS: hours of the day by days of the week. SERIES: time by the values of the dimensions. */
export type HeatmapOptions = { rows: 'WEEKDAYS' | 'SERIES' }

/** Reads stored options. */
export const readHeatmapOptions = (stored: unknown): HeatmapOptions => ({
  rows: readChoice(readStored(stored).rows, ['WEEKDAYS', 'SERIES'], 'WEEKDAYS'),
})
