import type { Measure } from './catalog.ts'

/** How an asked measure is calculated from the plan's aggregates, which it names by their place. */
export type Formula =
  { kind: 'ITSELF' | 'SHARE' | 'RUNNING' | 'CHANGE'; of: number } | { kind: 'PER'; of: number; per: number }

/** A measure of the catalog, or one that is derived from such. */
export type AskedMeasure = Pick<Measure, 'name' | 'title' | 'unit' | 'type' | 'within'> & { formula: Formula }
