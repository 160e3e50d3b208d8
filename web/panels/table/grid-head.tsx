import { Icon } from '../../ui/icon.tsx'
import { cellId } from './grid-row.tsx'
import type { ShownColumn } from './shape.ts'

interface GridHeadProps {
  id: string
  columns: readonly ShownColumn[]
  sorting: readonly { id: string; desc: boolean }[]
  /** Widths of the columns; undefined where rows are cards. */
  template: string | undefined
  /** The column of the mark, when it stands on a heading. */
  marked: number | null
  /** `isFurther`: by one column more than now. */
  onSort: (column: number, isFurther: boolean) => void
}

/** The headings. A click sorts, with Shift by one column more. */
export function GridHead({ id, columns, sorting, template, marked, onSort }: GridHeadProps) {
  return (
    <div className="table-head" role="rowgroup">
      <div className="table-row" role="row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
        {columns.map((column, index) => {
          const place = sorting.findIndex((one) => one.id === column.name)
          const isDescending = sorting[place]?.desc ?? false
          return (
            <div
              key={column.name}
              id={cellId(id, -1, index)}
              className={column.isNumeric ? 'table-cell number' : 'table-cell'}
              role="columnheader"
              aria-colindex={index + 1}
              aria-sort={place === -1 ? 'none' : isDescending ? 'descending' : 'ascending'}
              data-marked={marked === index || undefined}
              title={column.title}
              onClick={({ shiftKey }) => onSort(index, shiftKey)}
            >
              <span className="table-text">{column.title}</span>
              {place === -1 ? null : <Icon name={isDescending ? 'arrowDown' : 'arrowUp'} />}
              {sorting.length > 1 && place !== -1 ? <sub>{place + 1}</sub> : null}
            </div>
          )
        })}
      </div>
    </div>
  )
}
