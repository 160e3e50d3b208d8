import type { FilterItem } from '../../../ui/filter-list.tsx'

/**
 * Values to choose from. What is chosen and not among them stands first: it must be there to be unchosen. Null is left out:
 * a choice of values cannot say "none".
 *
 * @example valueItems(['eu', null], ['us']) // us, eu
 */
export function valueItems(values: readonly unknown[], chosen: readonly string[]): FilterItem[] {
  const found = values.flatMap((value) => (value === null || value === undefined ? [] : [String(value)]))
  const missing = chosen.filter((value) => !found.includes(value))
  return [...missing, ...found].map((value) => ({ id: value, name: value === '' ? '(empty)' : value }))
}
