import { UserError } from '../../lib/user-error.ts'
import type { BrokenRow, Row } from './row.ts'

/** A longer line means that the file has no lines: one large JSON text, for example. */
const MAX_LINE_CHARS = 1_000_000

/** The rows of a text with one JSON object on each line. Empty lines are passed over; another line is a BrokenRow. */
export async function* readNdjson(texts: AsyncIterable<string>, name: string): AsyncGenerator<Row | BrokenRow> {
  let line = 0
  for await (const text of lines(texts, name)) {
    line++
    if (text.trim() === '') continue
    yield readLine(text, line)
  }
}

async function* lines(texts: AsyncIterable<string>, name: string): AsyncGenerator<string> {
  let rest = ''
  let number = 1
  for await (const text of texts) {
    const parts = text.split('\n')
    // Only put together here: to search the whole rest again with every piece would take the square of a line's length.
    parts[0] = rest + parts[0]
    rest = parts.pop() ?? ''
    number += parts.length
    yield* parts
    if (rest.length > MAX_LINE_CHARS) {
      throw new UserError(`${name}, line ${number}: longer than a million characters. NDJSON has one job on each line.`)
    }
  }
  if (rest !== '') yield rest
}

function readLine(text: string, line: number): Row | BrokenRow {
  let json: unknown
  try {
    json = JSON.parse(text, exactNumber)
  } catch {
    return { line, problem: 'the line is not JSON' }
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return { line, problem: 'the line is not a JSON object' }
  }
  const values: Record<string, string> = Object.create(null)
  flatten(json, '', values)
  return { line, values }
}

/** A number keeps its digits: ids are often longer than the 15 that a JavaScript number holds. */
function exactNumber(_key: string, value: unknown, context?: { source?: string }): unknown {
  return typeof value === 'number' ? (context?.source ?? value) : value
}

/** `{"a": {"b": 1}}` has the column `a.b`. Null is missing; a list is its JSON. */
function flatten(object: object, prefix: string, values: Record<string, string>) {
  for (const [key, value] of Object.entries(object)) {
    const column = prefix + key
    if (value === null) continue
    if (Array.isArray(value)) values[column] = JSON.stringify(value)
    else if (typeof value === 'object') flatten(value, `${column}.`, values)
    else values[column] = String(value)
  }
}
