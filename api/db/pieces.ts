import { arrayText } from './array-text.ts'

/** A value of a statement: it reaches the database as a bound parameter, never as text. */
export type Value = string | number | boolean | Date | null | List
type List = readonly (string | number | null)[]

/** A piece of SQL with its values. */
export interface Piece {
  /** One more than there are parts. */
  strings: readonly string[]
  parts: readonly (Piece | Value)[]
}

/**
 * Makes pieces of SQL to be put together: like the driver's own, but without a promise, a stack trace and a search for
 * keywords for each. A statement of 300 pieces takes some 30 us instead of 3 ms.
 */
export interface Pieces {
  /** A piece; parts are other pieces, or values. */
  (template: TemplateStringsArray, ...parts: readonly (Piece | Value)[]): Piece
  /** A name of a table or column, quoted; with a dot, a column of a table. */
  (name: string): Piece
}

export const pieces: Pieces = (first: TemplateStringsArray | string, ...parts: readonly (Piece | Value)[]): Piece => {
  return typeof first === 'string' ? { strings: [quoteName(first)], parts: [] } : { strings: first, parts }
}

function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""').replaceAll('.', '"."')}"`
}

/** A statement as PostgreSQL takes it. Lists are array literals; one that stands in several places is sent once. */
export interface Statement {
  /** With `$1`, `$2` ... in the place of values. */
  text: string
  parameters: Exclude<Value, List>[]
}

/** Puts a piece and all that is in it together. */
export function toStatement(piece: Piece): Statement {
  const parameters: Statement['parameters'] = []
  const lists = new Map<List, number>()
  const bind = (value: Value): number => {
    if (!isList(value)) return parameters.push(value)
    const number = lists.get(value) ?? parameters.push(arrayText(value))
    lists.set(value, number)
    return number
  }
  const write = ({ strings, parts }: Piece): string =>
    parts.reduce<string>((text, part, i) => {
      const written = isPiece(part) ? write(part) : `$${bind(part)}`
      return text + written + strings[i + 1]!
    }, strings[0]!)
  return { text: write(piece), parameters }
}

function isList(part: Value): part is List {
  return Array.isArray(part)
}

function isPiece(part: Piece | Value): part is Piece {
  return part !== null && typeof part === 'object' && 'parts' in part
}
