import type { PanelQuery } from '../panel.ts'
import { usualColumn, type ColumnOptions, type TableOptions } from './options.ts'

/** The columns that the answer to a question will have, as they are stored or as is usual, in the order of the table. */
export function editedColumns(query: PanelQuery, { columns }: TableOptions): ColumnOptions[] {
  const compared = query.compare ? query.measures.map((measure) => `${measure}_compare`) : []
  const answered = [...(query.every ? ['time'] : []), ...(query.dimensions ?? []), ...query.measures, ...compared]
  const known = columns.filter(({ name }) => answered.includes(name))
  const rest = answered.filter((name) => !known.some((column) => column.name === name))
  return [...known, ...rest.map(usualColumn)]
}

/** The columns with one of them a place earlier (-1) or later (1); at the ends it stays. */
export function movedColumn(columns: readonly ColumnOptions[], index: number, by: -1 | 1): ColumnOptions[] {
  const moved = [...columns]
  const [one] = moved.splice(index, 1)
  if (one) moved.splice(Math.max(0, index + by), 0, one)
  return moved
}
