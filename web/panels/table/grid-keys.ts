/** A cell of the table: rows from 0, and -1 for the headings. */
export type Place = { row: number; column: number }

/** How large the table is, and how many rows are seen at once. */
export type GridSize = { rows: number; columns: number; page: number }

/** Where a key leads from a cell: arrows by one, Home and End along the row, with Ctrl to the corners, Page by what is seen. Null for other keys. */
export function placeAfterKey(
  key: string,
  withControl: boolean,
  { row, column }: Place,
  { rows, columns, page }: GridSize,
): Place | null {
  const [lastRow, lastColumn] = [rows - 1, columns - 1]
  const moves: Record<string, Place> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    PageUp: { row: Math.max(0, row - page), column },
    PageDown: { row: row + page, column },
    Home: { row: withControl ? -1 : row, column: 0 },
    End: { row: withControl ? lastRow : row, column: lastColumn },
  }
  const move = moves[key]
  if (!move) return null
  return { row: clamp(move.row, -1, lastRow), column: clamp(move.column, 0, lastColumn) }
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value))
