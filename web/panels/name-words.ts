/**
 * The name of a measure or dimension as words, where the catalog is not at hand.
 *
 * @example nameWords('failure_rate') // 'Failure rate'
 */
export function nameWords(name: string): string {
  const words = name.replace(/^(label|metric)[.]/, '').replaceAll('_', ' ')
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
