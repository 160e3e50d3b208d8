/** One row of a file, before the mapping: its columns by name, as the text that stands in the file. */
export interface Row {
  /** Line of the file on which the row begins, from 1. */
  line: number
  /** Without prototype: a column may be called anything. */
  values: Record<string, string>
}

/** A place where a row should be and is none that can be read: too many values, no JSON. */
export interface BrokenRow {
  line: number
  problem: string
}

/** Says why a row cannot become a job. The import catches it, rejects the row and goes on. */
export class RowProblem extends Error {
  override name = 'RowProblem'
}

/** How values are read from rows: the settings of a mapping that concern every column. */
export interface Reading {
  /** Texts that stand for "missing", such as "" and "NULL". */
  empty: ReadonlySet<string>
  /** The decimal sign of numbers. */
  decimal: '.' | ','
  /** IANA zone of times that do not say theirs. */
  timezone: string
}

/** The text of a column without blanks around it; null when it is missing or one of the texts that say so. */
export function columnText(row: Row, column: string, reading: Reading): string | null {
  const text = row.values[column]?.trim()
  return text === undefined || reading.empty.has(text) ? null : text
}

/** A value as it is shown in a reason: in quotes, and not longer than a line. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 79)}…` : text)
}
