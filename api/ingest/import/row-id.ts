import { hash } from 'node:crypto'
import { countOccurrences } from './occurrences.ts'
import type { Row } from './row.ts'

/**
 * Makes ids for rows that have none: a hash of what stands in the row, and from its second occurrence on a number.
 *
 * `columns` are those that make the id, or 'all'. Neither the order of the columns nor that of the rows matters, so a file
 * imported again, sorted or shuffled, gives the same ids. (Shuffled rows that agree in `columns` and differ elsewhere
 * would swap ids: 'all' has no such rows.) The raw text counts, before blanks are trimmed.
 */
export function rowIds(columns: 'all' | string[]): (row: Row) => string {
  const occurrence = countOccurrences()
  const chosen = columns === 'all' ? null : [...new Set(columns)].sort()
  return (row) => {
    const names = chosen ?? Object.keys(row.values).sort()
    const content = JSON.stringify(names.map((name) => [name, row.values[name] ?? null]))
    const digest = hash('sha256', content, 'buffer')
    const id = digest.toString('hex', 0, 16)
    const number = occurrence(digest.readUInt32LE(16), digest.readUInt32LE(20))
    return number === 1 ? id : `${id}-${number}`
  }
}
