import { nameWords } from '../name-words.ts'

/**
 * Which filters of the dashboard a panel knows nothing of; null where there are none.
 *
 * @param unfiltered dimensions that the dataset of the panel has not
 * @example unfilteredWords(['label.region', 'status']) // 'Not filtered by region and status'
 */
export function unfilteredWords(unfiltered: readonly string[]): string | null {
  if (unfiltered.length === 0) return null
  const names = unfiltered.map((name) => nameWords(name).toLowerCase())
  return `Not filtered by ${new Intl.ListFormat('en').format(names)}`
}
