import { readText } from '../../../lib/search-string.ts'

/** What the viewer of a history chose, as it stands in the address: numbers of versions. */
export interface HistorySearch {
  /** The older one of those that are compared. */
  older?: number
  /** The newer one. */
  newer?: number
  /** The one that is looked at. */
  look?: number
}

/** Reads the address. What is no number of a version is as if absent. */
export function readHistorySearch(raw: Record<string, unknown>): HistorySearch {
  return { older: readVersion(raw.older), newer: readVersion(raw.newer), look: readVersion(raw.look) }
}

/** Two versions to compare, the older one first. */
export interface Comparison {
  older: number
  newer: number
}

/** What is compared: what was chosen, otherwise the last version with the one before it. Null where there is nothing to compare. */
export function comparisonOf({ older, newer }: HistorySearch, lastVersion: number): Comparison | null {
  const one = Math.min(newer ?? lastVersion, lastVersion)
  const other = Math.min(older ?? one - 1, lastVersion)
  if (other < 1 || other === one) return null
  return { older: Math.min(one, other), newer: Math.max(one, other) }
}

function readVersion(value: unknown): number | undefined {
  const number = Number(typeof value === 'number' ? value : readText(value))
  return Number.isInteger(number) && number >= 1 ? number : undefined
}
