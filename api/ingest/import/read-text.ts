import type { JobStatus } from '../job-event.ts'
import { columnText, quoted, RowProblem, type Reading, type Row } from './row.ts'
import { parseTemplate } from './template.ts'

/** What a mapping says about one text. Exactly one of `column`, `value` and `template` is there. */
export interface TextOptions {
  column?: string | undefined
  value?: string | undefined
  template?: string | undefined
  /** The translation: text of the file to text of the job. */
  values?: Record<string, string> | undefined
  /** For texts that the translation does not have; without it they reject the row. */
  otherwise?: string | undefined
  /** For a missing value. */
  default?: string | undefined
  /** Only for these statuses; null for the others. */
  when?: JobStatus[] | undefined
}

/** Reads one value of a row. The status is null while the status itself is read. Throws a RowProblem. */
export type Reader<T> = (row: Row, status: JobStatus | null) => T | null

/** The reader of a text. */
export function textReader(options: TextOptions, reading: Reading): Reader<string> {
  const found = plainReader(options, reading)
  const values = options.values && new Map(Object.entries(options.values))
  return onlyWhen(options.when, (row) => {
    const text = found(row)
    if (text === null) return options.default ?? null
    if (values === undefined) return text
    const translated = values.get(text) ?? options.otherwise
    if (translated !== undefined) return translated
    throw new RowProblem(`${quoted(text)} is not among the "values" of the mapping (${[...values.keys()].join(', ')})`)
  })
}

/** The same reader, silent for all statuses but these. */
export function onlyWhen<T>(when: JobStatus[] | undefined, read: Reader<T>): Reader<T> {
  if (when === undefined) return read
  return (row, status) => (status !== null && when.includes(status) ? read(row, status) : null)
}

/** The text before it is translated. A template that lacks one of its columns is missing as a whole. */
export function plainReader(options: TextOptions, reading: Reading): (row: Row) => string | null {
  const { column, value, template } = options
  if (column !== undefined) return (row) => columnText(row, column, reading)
  if (template === undefined) return () => value ?? null
  const parts = parseTemplate(template) ?? []
  return (row) => {
    let text = ''
    for (const part of parts) {
      const piece = 'text' in part ? part.text : columnText(row, part.column, reading)
      if (piece === null) return null
      text += piece
    }
    return text
  }
}
