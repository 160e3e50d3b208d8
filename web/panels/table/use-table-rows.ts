import {
  columnFilteringFeature,
  createColumnHelper,
  createFilteredRowModel,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ReactTable,
} from '@tanstack/react-table'
import { useMemo } from 'react'
import type { Cell, TableAnswer } from '../panel.ts'
import { columnFilter, type CellTest } from './column-filter.ts'
import { compareCells } from '../compare-cells.ts'
import type { TableOptions } from './options.ts'
import type { ShownColumn } from './shape.ts'

const features = tableFeatures({
  rowSortingFeature,
  columnFilteringFeature,
  sortedRowModel: createSortedRowModel(),
  filteredRowModel: createFilteredRowModel(),
})

type CellRow = readonly Cell[]
const helper = createColumnHelper<typeof features, CellRow>()

/** The rows of an answer, sorted and filtered as the viewer wants. The id of a column is its name; a filter is a text. */
export type TableRows = ReactTable<typeof features, CellRow>

/** Sorts and filters the rows of an answer. They begin in the order of the options. */
export function useTableRows(
  answer: TableAnswer,
  columns: readonly ShownColumn[],
  sort: TableOptions['sort'],
): TableRows {
  const { rows, timezone, every } = answer
  const definitions = useMemo(
    () =>
      columns.map((column) =>
        helper.accessor((row: CellRow): unknown => row[column.index] ?? undefined, {
          id: column.name,
          // What is not known stands last, whichever way one sorts.
          sortUndefined: 'last',
          sortDescFirst: column.isNumeric,
          sortFn: (a, b, id) => compareCells(a.getValue<string | number>(id), b.getValue<string | number>(id)),
          filterFn: Object.assign(
            (row: { getValue: (id: string) => unknown }, id: string, isKept: CellTest) =>
              isKept((row.getValue(id) as Cell | undefined) ?? null),
            // Once for a text, and not once for each row.
            { resolveFilterValue: (text: string) => columnFilter(text, column, { timezone, every }) },
          ),
        }),
      ),
    [columns, timezone, every],
  )
  return useTable({
    features,
    columns: definitions,
    data: rows,
    initialState: { sorting: sort.map(({ column, descending }) => ({ id: column, desc: descending })) },
  })
}
