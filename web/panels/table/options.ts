import type { Threshold } from '../../charts/chart.ts'
import { readFlag, readList, readNumber, readStored, readText, readThresholds } from '../read-options.ts'

const MOST_DECIMALS = 10

/** How one column is shown. */
export type ColumnOptions = {
  name: string
  /** Its heading; null: as the catalog names it. */
  title: string | null
  isHidden: boolean
  /** Digits after the point; null: as many as there are. */
  decimals: number | null
  /** A bar behind the number, as long as its share of the highest. */
  hasBar: boolean
  thresholds: readonly Threshold[]
}

/** Options of a table. Columns stand in this order; those that are not named follow in the order of the answer. */
export type TableOptions = {
  columns: readonly ColumnOptions[]
  /** By which columns the rows are sorted at first; none: as they were answered. */
  sort: readonly { column: string; descending: boolean }[]
}

/** How a column is shown of which nothing is stored. */
export const usualColumn = (name: string): ColumnOptions => ({
  name,
  title: null,
  isHidden: false,
  decimals: null,
  hasBar: false,
  thresholds: [],
})

/** Reads stored options. */
export function readTableOptions(stored: unknown): TableOptions {
  const { columns, sort } = readStored(stored)
  return { columns: readList(columns, readColumn), sort: readList(sort, readSort) }
}

function readColumn(stored: unknown): ColumnOptions | null {
  const { name, title, isHidden, decimals, hasBar, thresholds } = readStored(stored)
  if (typeof name !== 'string') return null
  return {
    name,
    title: readText(title).trim() || null,
    isHidden: readFlag(isHidden, false),
    decimals: readDecimals(decimals),
    hasBar: readFlag(hasBar, false),
    thresholds: readThresholds(thresholds),
  }
}

function readDecimals(stored: unknown): number | null {
  const decimals = readNumber(stored)
  return decimals === null ? null : Math.min(MOST_DECIMALS, Math.max(0, Math.round(decimals)))
}

function readSort(stored: unknown): TableOptions['sort'][number] | null {
  const { column, descending } = readStored(stored)
  return typeof column === 'string' ? { column, descending: readFlag(descending, false) } : null
}
