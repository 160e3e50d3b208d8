import { readStored } from '../read-options.ts'

/** What a scatter plot can be told: whether dots have their names beside them, where there is room. */
export type ScatterOptions = { hasLabels: boolean }

/** Reads stored options. */
export const readScatterOptions = (stored: unknown): ScatterOptions => ({
  hasLabels: readStored(stored).hasLabels !== false,
})
