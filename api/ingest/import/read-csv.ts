import { pipeline, Readable } from 'node:stream'
import { parse, type CsvError } from 'csv-parse'
import { UserError } from '../../lib/user-error.ts'
import type { BrokenRow, Row } from './row.ts'

/** More in one row means that a quote was left open: reading on would swallow the file. */
const MAX_ROW_CHARS = 1_000_000

/** The first row of a CSV file. */
export interface CsvHeader {
  /** Names as `Row.values` has them. The second column called `x` is `x (2)`. */
  columns: string[]
  /** Names that stand more than once. */
  repeated: Set<string>
}

interface Record {
  line: number
  cells: string[]
}

export interface CsvOptions {
  delimiter: string
  name: string
  /** Called once with the header, before the first row. */
  onHeader: (header: CsvHeader) => void
}

/**
 * The rows of a CSV text whose lines end with LF. Empty lines are passed over. A row with more or fewer values than the
 * header is a BrokenRow. Throws a UserError where a quote is never closed: what follows cannot be trusted.
 */
export async function* readCsv(texts: AsyncIterable<string>, options: CsvOptions): AsyncGenerator<Row | BrokenRow> {
  let header: CsvHeader | null = null
  for await (const { line, cells } of records(texts, options)) {
    if (header === null) {
      header = makeHeader(cells)
      options.onHeader(header)
      continue
    }
    const { columns } = header
    if (cells.length === columns.length) yield { line, values: valuesOf(columns, cells) }
    else if (cells.length > 1 || cells[0]?.trim() !== '') {
      yield {
        line,
        problem: `the row has ${count(cells.length, 'value')}, the header has ${count(columns.length, 'column')}`,
      }
    }
  }
  if (header === null) throw new UserError(`${options.name} is empty: a CSV file begins with the names of its columns.`)
}

async function* records(texts: AsyncIterable<string>, { delimiter, name }: CsvOptions): AsyncGenerator<Record> {
  const failures: { line: number; error: CsvError }[] = []
  let endedOn = 0
  const parser = parse({
    delimiter,
    record_delimiter: '\n',
    relax_column_count: true,
    // A quote in the middle of a value is part of the value.
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: MAX_ROW_CHARS,
    info: true,
    on_record: (cells, context) => {
      endedOn = context.lines
      return cells
    },
    // Thrown, an error would take the rows with it that are parsed and not yet read. So it only ends the text.
    skip_records_with_error: true,
    on_skip: (error) => {
      if (error) failures.push({ line: endedOn + 1, error })
      return undefined
    },
  })
  const whole = takeWhile(texts, () => failures.length === 0)
  const parsed: AsyncIterable<Parsed> = pipeline(Readable.from(whole), parser, () => {})
  for await (const { record, info } of parsed) {
    if (info.lines < (failures[0]?.line ?? Infinity)) yield { line: info.lines - newlines(record), cells: record }
  }
  const [failure] = failures
  if (failure)
    throw new UserError(`${name}, line ${failure.line}: ${reasonOf(failure.error)}`, { cause: failure.error })
}

interface Parsed {
  record: string[]
  info: { lines: number }
}

async function* takeWhile(texts: AsyncIterable<string>, wanted: () => boolean): AsyncGenerator<string> {
  for await (const text of texts) {
    if (!wanted()) return
    yield text
  }
}

function reasonOf(error: CsvError): string {
  const swallowed = error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE'
  return swallowed ? 'a quote is opened in this row and never closed.' : `${error.message}.`
}

/** Line ends within quotes: csv-parse names the line on which a row ends, people look for the one where it begins. */
function newlines(cells: string[]): number {
  let found = 0
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) found++
  }
  return found
}

function makeHeader(cells: string[]): CsvHeader {
  const seen = new Map<string, number>()
  const columns = cells.map((cell) => {
    const name = cell.trim()
    const number = (seen.get(name) ?? 0) + 1
    seen.set(name, number)
    return number === 1 ? name : `${name} (${number})`
  })
  return { columns, repeated: new Set([...seen].filter(([, number]) => number > 1).map(([name]) => name)) }
}

function valuesOf(columns: string[], cells: string[]): { [column: string]: string } {
  const values: { [column: string]: string } = Object.create(null)
  for (let i = 0; i < columns.length; i++) values[columns[i]!] = cells[i]!
  return values
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}
