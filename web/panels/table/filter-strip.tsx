import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Field } from '../../ui/field.tsx'
import type { ShownColumn } from './shape.ts'
import type { TableRows } from './use-table-rows.ts'

/** Very many rows take a moment to be looked through, so that is done when the typing pauses. */
const PAUSE_MS = 120

/** The column whose field gets the focus. A new object asks for it anew. */
export type FilterStart = { column: string }

interface FilterStripProps {
  columns: readonly ShownColumn[]
  table: TableRows
  startAt: FilterStart
  /** Escape in an empty field leads back to the rows. */
  onLeave: () => void
}

/** A field for each column, to keep rows by. */
export function FilterStrip({ columns, table, startAt, onLeave }: FilterStripProps) {
  const strip = useRef<HTMLDivElement>(null)
  useEffect(() => {
    strip.current?.querySelector<HTMLInputElement>(`input[name="${CSS.escape(startAt.column)}"]`)?.focus()
  }, [startAt])
  return (
    <div className="table-filters" ref={strip} role="group" aria-label="Filter rows">
      {columns.map((column) => (
        <FilterField key={column.name} column={column} table={table} onLeave={onLeave} />
      ))}
    </div>
  )
}

interface FilterFieldProps extends Pick<FilterStripProps, 'table' | 'onLeave'> {
  column: ShownColumn
}

function FilterField({ column: { name, title, isNumeric, unit }, table, onLeave }: FilterFieldProps) {
  const filter = String(table.getColumn(name)?.getFilterValue() ?? '')
  const [text, setText] = useState(filter)
  useEffect(() => {
    if (text === filter) return
    const timer = setTimeout(() => table.getColumn(name)?.setFilterValue(text || undefined), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text, filter, name, table])
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key !== 'Escape') return
    if (text === '') onLeave()
    else setText('')
  }
  return (
    <Field
      name={name}
      label={title}
      placeholder={isNumeric ? numberHints[unit] : 'contains'}
      autoComplete="off"
      spellCheck={false}
      value={text}
      onChange={({ target }) => setText(target.value)}
      onKeyDown={onKeyDown}
    />
  )
}

const numberHints: Readonly<Record<ShownColumn['unit'], string>> = {
  COUNT: '> 5',
  RATIO: '> 5%',
  MILLISECONDS: '> 10 s',
  PER_HOUR: '> 5',
  CURRENCY: '> 5',
  NONE: '> 5',
}
