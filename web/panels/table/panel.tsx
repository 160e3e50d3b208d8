import './table.css'
import { useMemo, useRef, useState } from 'react'
import { useSize } from '../../charts/use-size.ts'
import { Empty } from '../../ui/empty.tsx'
import type { PanelProps, TableAnswer } from '../panel.ts'
import { FilterStrip, type FilterStart } from './filter-strip.tsx'
import { Grid } from './grid.tsx'
import type { TableOptions } from './options.ts'
import { shownColumns } from './shape.ts'
import { TableFoot } from './table-foot.tsx'
import { useTableRows } from './use-table-rows.ts'

/** A panel narrower than this shows cards. */
const CARDS_BELOW_PX = 480

type TablePanelProps = Pick<PanelProps<TableOptions>, 'title' | 'answers' | 'options' | 'onFilter' | 'onDrill'>

/** The rows of an answer, to be sorted and filtered. */
export function TablePanel({ answers, options, ...rest }: TablePanelProps) {
  if (!answers.ROWS) return null
  // The viewer's order gives way when the order of the panel is changed.
  return <AnsweredTable key={JSON.stringify(options.sort)} answer={answers.ROWS} options={options} {...rest} />
}

interface AnsweredTableProps extends Omit<TablePanelProps, 'answers'> {
  answer: TableAnswer
}

function AnsweredTable({ title, answer, options, onFilter, onDrill }: AnsweredTableProps) {
  const columns = useMemo(() => shownColumns(answer, options), [answer, options])
  const table = useTableRows(answer, columns, options.sort)
  const [filtering, setFiltering] = useState<FilterStart | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const grid = useRef<Pick<HTMLElement, 'focus'>>(null)
  const { width } = useSize(box)
  const isNarrow = width > 0 && width < CARDS_BELOW_PX
  return (
    <div className="table-panel" ref={box}>
      {filtering === null ? null : (
        <FilterStrip columns={columns} table={table} startAt={filtering} onLeave={() => grid.current?.focus()} />
      )}
      {columns.length === 0 ? (
        <Empty title="All columns are hidden" />
      ) : (
        <Grid
          // Its rows have another height.
          key={isNarrow ? 'cards' : 'rows'}
          ref={grid}
          label={title}
          table={table}
          columns={columns}
          answer={answer}
          isNarrow={isNarrow}
          onFilterColumn={(column) => setFiltering({ column })}
          onFilter={onFilter}
          onDrill={onDrill}
        />
      )}
      <TableFoot
        answer={answer}
        columns={columns}
        table={table}
        isNarrow={isNarrow}
        isFiltering={filtering !== null}
        onFiltering={(isWanted) => {
          if (!isWanted) table.resetColumnFilters(true)
          setFiltering(isWanted ? { column: columns[0]?.name ?? '' } : null)
        }}
      />
    </div>
  )
}
