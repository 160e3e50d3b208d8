import { useVirtualizer } from '@tanstack/react-virtual'
import {
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
} from 'react'
import type { PanelInteraction, TableAnswer } from '../panel.ts'
import { cellId, GridRow } from './grid-row.tsx'
import { GridHead } from './grid-head.tsx'
import { placeAfterKey, type Place } from './grid-keys.ts'
import { columnWidths, partOfRow, type ShownColumn } from './shape.ts'
import type { TableRows } from './use-table-rows.ts'

const HEAD_PX = 32
const ROW_PX = 32
const CARD_PX = 52
/** Rows that are drawn beyond those in sight. */
const SPARE_ROWS = 8

interface GridProps extends Pick<PanelInteraction, 'onFilter' | 'onDrill'> {
  label: string
  table: TableRows
  columns: readonly ShownColumn[]
  answer: TableAnswer
  /** Rows are cards. */
  isNarrow: boolean
  /** The rows are to be filtered by a column. */
  onFilterColumn: (name: string) => void
  ref: Ref<Pick<HTMLElement, 'focus'>>
}

/**
 * The rows as a grid that has the focus as a whole: arrows move a mark within it. Only the rows in sight exist, so that 100,000
 * are as quick as ten.
 */
export function Grid(props: GridProps) {
  const { label, table, columns, answer, isNarrow, onFilterColumn, onFilter, onDrill, ref } = props
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  useImperativeHandle(ref, () => ({ focus: () => scroller.current?.focus() }), [])
  const { rows } = table.getRowModel()
  const [headPx, rowPx] = isNarrow ? [0, CARD_PX] : [HEAD_PX, ROW_PX]
  // eslint-disable-next-line react-hooks/incompatible-library -- the page is built without the React compiler, which it is about
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: SPARE_ROWS,
    scrollMargin: headPx,
    scrollPaddingStart: headPx,
  })
  const widths = useMemo(() => columnWidths(columns, answer), [columns, answer])
  const template = isNarrow ? undefined : widths.map((width) => `minmax(${width}ch, ${width}fr)`).join(' ')
  const [marked, setMarked] = useState<Place>({ row: isNarrow ? 0 : -1, column: 0 })
  const mark = { row: Math.min(marked.row, rows.length - 1), column: Math.min(marked.column, columns.length - 1) }

  const open = ({ row, column }: Place, keepsOnly: boolean) => {
    const cells = rows[row]?.original
    if (!cells) return
    const part = partOfRow(cells, answer)
    const value = part.key.find(({ dimension }) => dimension === columns[column]?.name)
    if (!keepsOnly) onDrill?.(part)
    else if (value) onFilter?.(value.dimension, value.value)
  }
  const sort = (column: number, isFurther: boolean) =>
    table.getColumn(columns[column]?.name ?? '')?.toggleSorting(undefined, isFurther)

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.metaKey) return
    if (event.key === 'f' && !event.ctrlKey) onFilterColumn(columns[mark.column]?.name ?? '')
    else if (event.key === 'Enter' && mark.row === -1) sort(mark.column, event.shiftKey)
    else if (event.key === 'Enter') open(mark, event.shiftKey)
    else {
      const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - headPx) / rowPx))
      const place = placeAfterKey(event.key, event.ctrlKey, mark, { rows: rows.length, columns: columns.length, page })
      if (!place) return
      setMarked(place)
      if (place.row >= 0) virtualizer.scrollToIndex(place.row)
    }
    event.preventDefault()
  }
  const onClick = ({ target }: MouseEvent) => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null
    if (!cell) return
    const place = { row: Number(cell.dataset.row), column: Number(cell.dataset.column) }
    setMarked(place)
    open(place, target instanceof Element && target.closest('button') !== null)
  }

  return (
    <div
      className={isNarrow ? 'table-grid cards' : 'table-grid'}
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-describedby={`${id}-keys`}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      aria-activedescendant={cellId(id, mark.row, mark.column)}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <span id={`${id}-keys`} className="visually-hidden">
        Arrows move. Enter on a heading sorts, with Shift by one column more. f filters.
        {onDrill ? ' Enter on a row shows its jobs.' : ''}
        {onFilter ? ' Shift and Enter on a name keeps only it on all panels.' : ''}
      </span>
      <GridHead
        id={id}
        columns={columns}
        sorting={table.state.sorting}
        template={template}
        marked={mark.row === -1 ? mark.column : null}
        onSort={sort}
      />
      <div
        className={onDrill ? 'table-body opens' : 'table-body'}
        role="rowgroup"
        style={{ height: virtualizer.getTotalSize() }}
        onClick={onClick}
      >
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]
          return row ? (
            <GridRow
              key={row.id}
              id={id}
              index={index}
              top={start - headPx}
              cells={row.original}
              columns={columns}
              answer={answer}
              template={template}
              marked={mark.row === index ? mark.column : null}
              canFilter={onFilter !== undefined}
            />
          ) : null
        })}
        {rows.length === 0 ? <p className="table-none muted">No row is like this.</p> : null}
      </div>
    </div>
  )
}
