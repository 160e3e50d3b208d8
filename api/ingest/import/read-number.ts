import type { JobStatus } from '../job-event.ts'
import { onlyWhen, type Reader } from './read-text.ts'
import { columnText, quoted, RowProblem, type Reading } from './row.ts'

/** What a mapping says about one number. Exactly one of `column` and `value` is there. */
export interface NumberOptions {
  column?: string | undefined
  value?: number | undefined
  /** The number in the file is multiplied by it. */
  factor?: number | undefined
  default?: number | undefined
  when?: JobStatus[] | undefined
}

const PLAIN_NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/

/** The reader of a number. */
export function numberReader(options: NumberOptions, reading: Reading): Reader<number> {
  const { column, value, factor = 1 } = options
  if (column === undefined) return onlyWhen(options.when, () => (value ?? 0) * factor)
  return onlyWhen(options.when, (row) => {
    const text = columnText(row, column, reading)
    if (text === null) return options.default ?? null
    const number = parseNumber(text, reading.decimal)
    if (number === null) throw new RowProblem(`${quoted(text)} in column ${quoted(column)} is not a number`)
    return number * factor
  })
}

/** Null when the text is no finite number. Separators of thousands are refused: `1,234` has two meanings. */
export function parseNumber(text: string, decimal: '.' | ','): number | null {
  if (decimal === ',' && text.includes('.')) return null
  const plain = decimal === ',' ? text.replace(',', '.') : text
  const number = PLAIN_NUMBER.test(plain) ? Number(plain) : NaN
  return Number.isFinite(number) ? number : null
}
