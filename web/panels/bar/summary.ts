import { exactValue } from '../../charts/value-format.ts'
import { formatNumber } from '../../lib/format.ts'
import type { Categories } from './categories.ts'

const mostTold = 5

/** Bars by category in words: the first ones with their values, and how many more there are. */
export function categorySummary({ categories, parts, unit }: Categories, title: string): string {
  if (categories.length === 0) return `${title}: no values in this range.`
  const told = categories.slice(0, mostTold).map(({ label, values }) => {
    const texts = values.flatMap((value, i) => {
      if (value === null) return []
      return [parts.length > 1 ? `${parts[i]?.label} ${exactValue(value, unit)}` : exactValue(value, unit)]
    })
    return `${label} ${texts.length === 0 ? 'no value' : texts.join(', ')}`
  })
  const rest = categories.length - told.length
  return `${title}: ${told.join('; ')}${rest > 0 ? `; and ${formatNumber(rest)} more` : ''}.`
}
