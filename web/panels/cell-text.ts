import { bucketName } from '../charts/time-axis.ts'
import { exactValue } from '../charts/value-format.ts'
import { formatTime } from '../lib/format-time.ts'
import { formatMoney } from '../lib/format.ts'
import { granularityMs } from '../lib/granularity.ts'
import type { Cell, PanelAnswers, PanelColumn, Passport } from './panel.ts'

/** Of money whose currency is not said. */
const MONEY_DECIMALS = 2

/** What the cells of an answer are written with: its time zone, its buckets, and the currency of the row where it has one. */
export type CellContext = Pick<Passport, 'timezone' | 'every'> & { currency?: string | null }

/** The passport of any answer of a panel, as all of them are of the same question; null before the first. */
export const passportOf = ({ ROWS, TOTAL, SERIES }: PanelAnswers): Passport | null => ROWS ?? TOTAL ?? SERIES ?? null

/** The currency of a row that says it; null where it does not. */
export function currencyOf(row: readonly Cell[], columns: readonly PanelColumn[]): string | null {
  const cell = row[columns.findIndex(({ name, role }) => role === 'DIMENSION' && name === 'currency')]
  return typeof cell === 'string' && /^[A-Z]{3}$/.test(cell) ? cell : null
}

/**
 * A cell as text, as exact as a person can use. A dash for what is not known, 'none' for a dimension without a value.
 *
 * @param decimals so many instead of as many as there are; durations have none
 */
export function cellText(cell: Cell, column: PanelColumn, context: CellContext, decimals?: number | null): string {
  if (cell === null) return column.role === 'DIMENSION' ? 'none' : '–'
  if (column.type === 'TIME') return timeText(String(cell), context)
  if (typeof cell === 'string') return cell
  if (column.unit === 'CURRENCY' && context.currency) return formatMoney(cell, context.currency)
  const digits = decimals ?? (column.unit === 'CURRENCY' && Math.abs(cell) >= 0.01 ? MONEY_DECIMALS : null)
  return digits === null ? exactValue(cell, column.unit) : fixedText(cell, column, digits)
}

function timeText(iso: string, { timezone, every }: CellContext): string {
  const from = Date.parse(iso)
  if (every === null) return formatTime(from, timezone)
  return bucketName({ from, to: from + granularityMs[every] }, every, timezone)
}

function fixedText(value: number, { unit }: PanelColumn, decimals: number): string {
  if (unit === 'MILLISECONDS') return exactValue(value, unit)
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  const text = new Intl.NumberFormat('en', options).format(unit === 'RATIO' ? value * 100 : value)
  if (unit === 'RATIO') return `${text}%`
  return unit === 'PER_HOUR' ? `${text}/h` : text
}
