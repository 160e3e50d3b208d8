/** A table as GraphQL answers it. */
interface TableAnswer {
  columns: readonly { name: string }[]
  rows: readonly (readonly unknown[])[]
}

/** One row of it, its values by the names of the columns. */
export type TableRow = ReadonlyMap<string, unknown>

/** The rows of a table, each with its values by name. */
export function readTable({ columns, rows }: TableAnswer): TableRow[] {
  return rows.map((row) => new Map(columns.map(({ name }, index) => [name, row[index]])))
}

/** A number of a row, or null where there is none. Throws when something else stands there: then page and server do not fit. */
export function numberIn(row: TableRow, column: string): number | null {
  const value = row.get(column) ?? null
  if (value === null || typeof value === 'number') return value
  throw new TypeError(`the column ${column} has ${JSON.stringify(value)} where a number is expected`)
}

/** A text of a row, or null where there is none. Throws when something else stands there. */
export function textIn(row: TableRow, column: string): string | null {
  const value = row.get(column) ?? null
  if (value === null || typeof value === 'string') return value
  throw new TypeError(`the column ${column} has ${JSON.stringify(value)} where a text is expected`)
}
