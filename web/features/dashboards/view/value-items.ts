import type { FilterItem } from '../../../ui/filter-list.tsx'

/**
 * Values to choose from, out of rows that begin with a value. What is chosen and not among them stands first: it must be
 * there to be unchosen. Rows without a value are left out: a choice of values cannot say "none".
 *
 * @example valueItems([['eu', 7], [null, 2]], ['us']) // us, eu
 */
export function valueItems(rows: readonly (readonly unknown[])[], chosen: readonly string[]): FilterItem[] {
  const found = rows.flatMap(([value]) => (value === null || value === undefined ? [] : [String(value)]))
  const missing = chosen.filter((value) => !found.includes(value))
  return [...missing, ...found].map((value) => ({ id: value, name: value === '' ? '(empty)' : value }))
}
