/** How a cell begins that a spreadsheet would run as a formula. */
const FORMULA = /^[=+\-@\t\r]/

/**
 * A line of CSV (RFC 4180). A text that a spreadsheet would take for a formula begins with an apostrophe, so that it shows
 * what stands there instead of doing what somebody else wrote.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`
}

function cellOf(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
