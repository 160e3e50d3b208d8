import type { Readable } from 'node:stream'
import { UserError } from '../../lib/user-error.ts'
import { checkColumns } from './columns.ts'
import type { Mapping } from './mapping.ts'
import { openInput } from './open-input.ts'
import { readCsv } from './read-csv.ts'
import { decoded, withUnixLines } from './read-lines.ts'
import { readNdjson } from './read-ndjson.ts'
import type { BrokenRow, Row } from './row.ts'

/** NDJSON has no header: the names in so many rows stand for it. */
const ROWS_WITH_ALL_COLUMNS = 1_000

export const FILE_FORMATS = ['csv', 'ndjson'] as const
export type FileFormat = (typeof FILE_FORMATS)[number]

export interface RowSource {
  /** For messages. */
  name: string
  /** Size of the file in bytes; null when it is unknown. */
  size: number | null
  bytesRead(): number
  rows: AsyncIterable<Row | BrokenRow>
}

export interface RowOptions {
  mapping: Mapping
  /** As asked for on the command line; it wins over the mapping and the name of the file. */
  format: FileFormat | null
  /** What `-` stands for. */
  stdin: Readable
  /** Ends the reading; the iteration then throws. */
  signal: AbortSignal
}

/**
 * Opens a file for import. The rows come one by one as they are read, so its size does not matter. Throws a UserError, here
 * or before the first row, when the file cannot be read or lacks a column that the mapping names.
 */
export async function openRows(path: string, options: RowOptions): Promise<RowSource> {
  const { mapping, stdin, signal } = options
  const format = options.format ?? mapping.format ?? formatByName(path)
  const input = await openInput(path, { stdin, signal })
  const texts = withUnixLines(decoded(input.chunks, mapping.encoding ?? 'utf-8', input.name))
  const rows = format === 'csv' ? csvRows(texts, mapping, input.name) : ndjsonRows(texts, mapping, input.name)
  return { name: input.name, size: input.size, bytesRead: input.bytesRead, rows }
}

function formatByName(path: string): FileFormat {
  const name = path.toLowerCase().replace(/\.gz$/, '')
  if (/\.(csv|tsv|txt)$/.test(name)) return 'csv'
  if (/\.(ndjson|jsonl)$/.test(name)) return 'ndjson'
  throw new UserError(
    `What is in ${path}? Name its format: --format csv or --format ndjson, or "format" in the mapping.`,
  )
}

function csvRows(texts: AsyncIterable<string>, mapping: Mapping, name: string): AsyncGenerator<Row | BrokenRow> {
  return readCsv(texts, {
    delimiter: mapping.delimiter ?? ',',
    name,
    onHeader: ({ columns, repeated }) => checkColumns(mapping, new Set(columns), repeated),
  })
}

async function* ndjsonRows(
  texts: AsyncIterable<string>,
  mapping: Mapping,
  name: string,
): AsyncGenerator<Row | BrokenRow> {
  let first: (Row | BrokenRow)[] | null = []
  const columns = new Set<string>()
  const check = () => {
    if (columns.size > 0) checkColumns(mapping, columns, new Set())
  }
  for await (const row of readNdjson(texts, name)) {
    if (first === null) {
      yield row
      continue
    }
    first.push(row)
    if ('values' in row) for (const column of Object.keys(row.values)) columns.add(column)
    if (first.length < ROWS_WITH_ALL_COLUMNS) continue
    check()
    yield* first
    first = null
  }
  if (first === null) return
  check()
  yield* first
}
