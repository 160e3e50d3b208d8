import { statusNames, type StatusName } from '../charts/palette.ts'
import { exactValue } from '../charts/value-format.ts'
import { statusWords } from '../ui/status-words.ts'

/** The value of a dimension that a series, or a row, stands for. */
export type KeyPart = { dimension: string; value: string | null }

/** The key that a thing has its colour by: the values of its dimensions, or its measure where there are none. */
export function colourKey(key: readonly KeyPart[], measure: string): string {
  return key.length === 0 ? measure : key.map(({ value }) => value ?? '').join(' · ')
}

/** The values of the dimensions for people. A value that is missing says so. */
export function keyLabel(key: readonly KeyPart[]): string {
  return key.map(partLabel).join(' · ')
}

function partLabel({ dimension, value }: KeyPart): string {
  const status = statusOf([{ dimension, value }])
  if (status) return statusWords[status]
  if (value === null || value === '') return 'none'
  return durationBins.includes(dimension) ? `from ${exactValue(Number(value), 'MILLISECONDS')}` : value
}

/** Where a value is the lower edge of a bin in milliseconds, and the catalog is not at hand. */
const durationBins: readonly string[] = ['duration_bin', 'queue_bin']

/** The status that a key speaks of, if it does. */
export function statusOf(key: readonly KeyPart[]): StatusName | undefined {
  const value = key.find(({ dimension }) => dimension === 'status')?.value
  return statusNames.find((name) => name === value)
}
