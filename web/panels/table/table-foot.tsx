import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import type { TableAnswer } from '../panel.ts'
import { rowCountWords, type ShownColumn } from './shape.ts'
import type { TableRows } from './use-table-rows.ts'

interface TableFootProps {
  answer: TableAnswer
  columns: readonly ShownColumn[]
  table: TableRows
  /** Cards have no headings to sort by. */
  isNarrow: boolean
  isFiltering: boolean
  onFiltering: (isFiltering: boolean) => void
}

/** How many rows there are, and what can be done with them. */
export function TableFoot({ answer, columns, table, isNarrow, isFiltering, onFiltering }: TableFootProps) {
  const shown = table.getRowModel().rows.length
  return (
    <div className="table-foot">
      <span className="muted numeric" aria-live="polite">
        {rowCountWords(shown, answer)}
      </span>
      {isNarrow ? <SortChoice columns={columns} table={table} /> : null}
      <Button look="quiet" aria-pressed={isFiltering} onPress={() => onFiltering(!isFiltering)}>
        <Icon name="filter" />
        Filter
      </Button>
    </div>
  )
}

const asAnswered = { id: '', name: 'As answered' }

function SortChoice({ columns, table }: Pick<TableFootProps, 'columns' | 'table'>) {
  const [first] = table.state.sorting
  const column = first ? table.getColumn(first.id) : undefined
  return (
    <span className="table-sort">
      <SelectField
        label="Sort by"
        labelHidden
        items={[asAnswered, ...columns.map(({ name, title }) => ({ id: name, name: title }))]}
        value={first?.id ?? ''}
        onChange={({ target }) =>
          target.value === '' ? table.resetSorting(true) : table.getColumn(target.value)?.toggleSorting()
        }
      />
      {column && first ? (
        <Button
          square
          aria-label={first.desc ? 'Sort ascending' : 'Sort descending'}
          onPress={() => column.toggleSorting(!first.desc)}
        >
          <Icon name={first.desc ? 'arrowDown' : 'arrowUp'} />
        </Button>
      ) : null}
    </span>
  )
}
