import type { Subject, Unit } from './subject.ts'
import { formatValue } from './format-value.ts'

const MUCH = { as: 'much', more: 'more', less: 'less' }
const WORDS: Partial<Record<Unit, typeof MUCH>> = {
  COUNT: { as: 'many', more: 'more', less: 'fewer' },
  MILLISECONDS: { as: 'long', more: 'longer', less: 'shorter' },
}
/** From this factor on, a multiple is easier to read than a percentage. */
const MULTIPLE = 1.95
/** Larger factors say no more than this one. */
const LARGEST_MULTIPLE = 1000

/**
 * How a value compares with another: a multiple, a percentage, or a difference where neither makes sense, that is from 0 and
 * below. Ratios differ by percentage points, since 10% less than 20% can be understood as 10% or as 18%.
 *
 * In the unit of the subject. Returns `null` when there is nothing to say: the values are equal, or the value is 0. Values
 * that are not finite are a RangeError.
 *
 * @example
 * compareInWords(0.18, 0.045, { unit: 'RATIO', currency: null }) // '4 times as much'
 */
export function compareInWords(
  value: number,
  other: number,
  subject: Pick<Subject, 'unit' | 'currency'>,
): string | null {
  const difference = formatValue(Math.abs(value - other), subject).replace('%', ' percentage points')
  if (value === other || value === 0) return null
  const { as, more, less } = WORDS[subject.unit] ?? MUCH
  const direction = value > other ? more : less
  if (!(value > 0 && other > 0)) return `${difference} ${direction}`

  const factor = value / other
  if (factor >= LARGEST_MULTIPLE) return `more than 1,000 times as ${as}`
  if (factor >= MULTIPLE) return `${factor < 9.95 ? Math.round(10 * factor) / 10 : Math.round(factor)} times as ${as}`
  if (subject.unit === 'RATIO') return `${difference} ${direction}`
  const percentage = Math.round(100 * Math.abs(factor - 1))
  if (percentage === 0) return null
  return percentage === 100 ? `more than 99% ${direction}` : `${percentage}% ${direction}`
}
