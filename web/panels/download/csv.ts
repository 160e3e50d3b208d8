import type { Cell, TableTwin } from '../panel.ts'

/**
 * Rows as CSV after RFC 4180: a header with the titles, commas, CRLF, quotes where they are needed. Numbers are written in full
 * with a point, times in ISO 8601, nothing known as nothing.
 *
 * A text that a spreadsheet would run as a formula gets a leading apostrophe, unless it is a number: names come from outside.
 */
export function writeCsv({ columns, rows }: TableTwin): string {
  const lines = [columns.map(({ title }) => title), ...rows]
  return lines.map((line) => `${line.map(field).join(',')}\r\n`).join('')
}

function field(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = isFormula(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const isFormula = (text: string): boolean =>
  /^[=+\-@\t\r]/.test(text) && !/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)
