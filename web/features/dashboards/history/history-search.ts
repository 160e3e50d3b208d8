import { readText } from '../../../lib/search-string.ts'

/** What the viewer of a history chose, as it stands in the address: numbers of versions. */
export interface HistorySearch {
  /** The older one of those that are compared. */
  from?: number
  /** The newer one. */
  to?: number
  /** The one that is looked at. */
  look?: number
}

/** Reads the address. What is no number of a version is as if absent. */
export function readHistorySearch(raw: Record<string, unknown>): HistorySearch {
  return { from: readVersion(raw.from), to: readVersion(raw.to), look: readVersion(raw.look) }
}

/** Two versions to compare, the older one first. */
export interface Comparison {
  from: number
  to: number
}

/** What is compared: what was chosen, otherwise the last version with the one before it. Null where there is nothing to compare. */
export function comparisonOf({ from, to }: HistorySearch, lastVersion: number): Comparison | null {
  const newer = Math.min(to ?? lastVersion, lastVersion)
  const older = Math.min(from ?? newer - 1, lastVersion)
  if (older < 1 || older === newer) return null
  return { from: Math.min(older, newer), to: Math.max(older, newer) }
}

function readVersion(value: unknown): number | undefined {
  const number = Number(typeof value === 'number' ? value : readText(value))
  return Number.isInteger(number) && number >= 1 ? number : undefined
}
