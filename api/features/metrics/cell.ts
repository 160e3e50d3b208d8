/** A value of an answer. */
export type Cell = string | number | null

/** A value of the database as JSON can carry it: what is not a finite number is missing. */
export function toCell(value: unknown): Cell {
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  return typeof value === 'string' ? value : null
}
