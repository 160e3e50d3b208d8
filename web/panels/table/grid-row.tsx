import { memo } from 'react'
import type { Cell, TableAnswer } from '../panel.ts'
import { ThresholdMark } from '../threshold-mark.tsx'
import { shownCell, type ShownColumn } from './shape.ts'

/** The id of a cell within its grid; row -1 are the headings. */
export const cellId = (grid: string, row: number, column: number): string => `${grid}-${row}-${column}`

interface GridRowProps {
  /** Of the grid. */
  id: string
  index: number
  /** Pixels from the first row. */
  top: number
  cells: readonly Cell[]
  columns: readonly ShownColumn[]
  answer: TableAnswer
  template: string | undefined
  /** The column of the mark, when it stands in this row. */
  marked: number | null
  /** Values of dimensions can be kept alone. */
  canFilter: boolean
}

/** One row. It is drawn anew only when something of it changes: scrolling moves it and no more. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { id, index, top, cells, columns, answer, template, marked, canFilter } = props
  return (
    <div
      className="table-row"
      role="row"
      aria-rowindex={index + 2}
      style={{ transform: `translateY(${top}px)`, gridTemplateColumns: template }}
    >
      {columns.map((column, place) => {
        const { text, isMissing, threshold, bar } = shownCell(cells, column, answer)
        return (
          <div
            key={column.name}
            id={cellId(id, index, place)}
            className={column.isNumeric ? 'table-cell number' : 'table-cell'}
            role="gridcell"
            aria-colindex={place + 1}
            data-row={index}
            data-column={place}
            data-marked={marked === place || undefined}
          >
            {bar === null ? null : <span className="table-bar" style={{ width: `${bar * 100}%` }} />}
            <span className="table-label">{column.title}</span>
            {threshold === null ? null : <ThresholdMark threshold={threshold} iconOnly />}
            {canFilter && column.role === 'DIMENSION' ? (
              <button type="button" className="table-text" tabIndex={-1} title={`Keep only ${text}`}>
                {text}
              </button>
            ) : (
              <span className={isMissing ? 'table-text muted' : 'table-text'} title={text}>
                {text}
              </span>
            )}
          </div>
        )
      })}
    </div>
  )
})
