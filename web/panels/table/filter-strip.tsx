import { useEffect, useRef, type KeyboardEvent } from 'react'
import { Field } from '../../ui/field.tsx'
import type { ShownColumn } from './shape.ts'
import type { TableRows } from './use-table-rows.ts'

interface FilterStripProps {
  columns: readonly ShownColumn[]
  table: TableRows
  /** The column whose field has the focus at first. */
  startAt: string
  /** Escape in an empty field leads back to the rows. */
  onLeave: () => void
}

/** A field for each column, to keep rows by. */
export function FilterStrip({ columns, table, startAt, onLeave }: FilterStripProps) {
  const strip = useRef<HTMLDivElement>(null)
  useEffect(() => {
    strip.current?.querySelector<HTMLInputElement>(`input[name="${CSS.escape(startAt)}"]`)?.focus()
  }, [startAt])
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>, name: string) => {
    event.stopPropagation()
    if (event.key !== 'Escape') return
    if (event.currentTarget.value === '') onLeave()
    else table.getColumn(name)?.setFilterValue(undefined)
  }
  return (
    <div className="table-filters" ref={strip} role="group" aria-label="Filter rows">
      {columns.map((column) => (
        <Field
          key={column.name}
          name={column.name}
          label={column.title}
          placeholder={hintFor(column)}
          autoComplete="off"
          spellCheck={false}
          value={String(table.getColumn(column.name)?.getFilterValue() ?? '')}
          onChange={({ target }) => table.getColumn(column.name)?.setFilterValue(target.value || undefined)}
          onKeyDown={(event) => onKeyDown(event, column.name)}
        />
      ))}
    </div>
  )
}

function hintFor({ isNumeric, unit }: ShownColumn): string {
  if (!isNumeric) return 'contains'
  if (unit === 'MILLISECONDS') return '> 10 s'
  return unit === 'RATIO' ? '> 5%' : '> 5'
}
