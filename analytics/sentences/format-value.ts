import type { Subject } from './subject.ts'
import { formatDuration } from './format-duration.ts'

const WHOLE = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })
const SHORT = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 })
const LONG = new Intl.NumberFormat('en', { maximumSignificantDigits: 5 })

/**
 * A value with its unit, in English, to three digits or to the whole number.
 *
 * Ratios are percentages, milliseconds are durations (`formatDuration`), money has the code of its currency where that is known. Ratios just
 * below 1 keep five digits: 99.97% is not 100%.
 *
 * In the unit of the subject. A value that is not finite is a RangeError.
 *
 * @example
 * formatValue(0.184, { unit: 'RATIO', currency: null }) // '18.4%'
 */
export function formatValue(value: number, { unit, currency }: Pick<Subject, 'unit' | 'currency'>): string {
  if (!Number.isFinite(value)) throw new RangeError(`not a finite value: ${value}`)
  if (unit === 'MILLISECONDS') return formatDuration(value)
  if (unit === 'RATIO') return `${formatPercentage(100 * value)}%`
  if (unit === 'PER_HOUR') return `${formatNumber(value)} per hour`
  if (unit !== 'CURRENCY' || currency === null) return formatNumber(value)
  return formatMoney(value, currency)
}

/** Adding 0 makes 0 of -0. */
function formatNumber(value: number): string {
  return Math.abs(value) >= 99.95 ? WHOLE.format(value) : SHORT.format(value + 0)
}

function formatPercentage(value: number): string {
  return value > 99.9 && value < 100 ? LONG.format(value) : formatNumber(value)
}

function formatMoney(value: number, currency: string): string {
  // Three digits of amounts below one, which would otherwise be 0.00.
  const digits = value !== 0 && Math.abs(value) < 1 ? { maximumSignificantDigits: 3 } : {}
  const format = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'code', ...digits })
  return format.format(value + 0).replaceAll('\u00a0', ' ')
}
