import type { KeyPart } from './keys.ts'
import type { Cell, PanelColumn, TableAnswer } from './panel.ts'

/** A column and its place in the rows. */
export type PlacedColumn = PanelColumn & { place: number }

/** The columns of a table by what they are for. `measures` are without those of a compared period. */
export type TableShape = {
  time: PlacedColumn | null
  dimensions: readonly PlacedColumn[]
  measures: readonly PlacedColumn[]
}

/** Tells the columns of an answer apart. */
export function shapeOf({ columns }: Pick<TableAnswer, 'columns'>): TableShape {
  const placed = columns.map((column, place) => ({ ...column, place }))
  return {
    time: placed.find(({ role }) => role === 'TIME') ?? null,
    dimensions: placed.filter(({ role }) => role === 'DIMENSION'),
    measures: placed.filter(({ role, name }) => role === 'MEASURE' && !name.endsWith('_compare')),
  }
}

/** The number in a column of a row; null when there is none. */
export function numberIn(row: readonly Cell[], column: PlacedColumn | undefined): number | null {
  const cell = column ? row[column.place] : null
  return typeof cell === 'number' ? cell : null
}

/** The values of dimensions in a row. */
export const keyIn = (row: readonly Cell[], dimensions: readonly PlacedColumn[]): KeyPart[] =>
  dimensions.map(({ name, place }) => {
    const cell = row[place] ?? null
    return { dimension: name, value: cell === null ? null : String(cell) }
  })
