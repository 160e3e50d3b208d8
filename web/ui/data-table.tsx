import './data-table.css'
import { Fragment, useState, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import { AfterAMoment, SkeletonBar } from './skeleton.tsx'

/** A column of a table. */
export interface Column<Row> {
  title: string
  cell: (row: Row) => ReactNode
  /** Figures: they stand to the right. */
  numeric?: boolean
  /** Where it stands when the row is a card: `title` heads it, `corner` is beside the title. Otherwise on a line with its name. */
  card?: 'title' | 'corner'
}

interface DataTableProps<Row extends { id: string }> {
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  /** What a row shows under itself when it is opened. */
  details?: (row: Row) => ReactNode
  /** What a row is called, for the button that opens it. */
  nameOf?: (row: Row) => string
  /** The rows answer an earlier question: dimmed until the new answer comes. */
  stale?: boolean
}

/** A table on a wide screen, a list of cards on a phone. The roles are named because cards are no table to a browser. */
export function DataTable<Row extends { id: string }>(props: DataTableProps<Row>) {
  const { label, columns, rows, details, nameOf, stale = false } = props
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const toggle = (id: string) => setOpen((old) => (old.has(id) ? without(old, id) : new Set([...old, id])))
  return (
    <table className="table data-table" aria-label={label} role="table" data-stale={stale || undefined}>
      <Head columns={columns} opens={details !== undefined} />
      <tbody role="rowgroup">
        {rows.map((row) => (
          <Fragment key={row.id}>
            <tr role="row">
              {details ? (
                <td role="cell" className="data-open">
                  <Button
                    look="quiet"
                    square
                    aria-label={`Details of ${nameOf?.(row) ?? 'this row'}`}
                    aria-expanded={open.has(row.id)}
                    onPress={() => toggle(row.id)}
                  >
                    <Icon name={open.has(row.id) ? 'chevronDown' : 'chevronRight'} />
                  </Button>
                </td>
              ) : null}
              {columns.map((column) => (
                <td key={column.title} role="cell" className={classOf(column)}>
                  {column.card ? null : <span className="data-label">{column.title}</span>}
                  <div className="data-value">{column.cell(row)}</div>
                </td>
              ))}
            </tr>
            {details && open.has(row.id) ? (
              <tr role="row" className="data-details">
                <td role="cell" colSpan={columns.length + 1}>
                  {details(row)}
                </td>
              </tr>
            ) : null}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

interface HeadProps {
  columns: readonly Pick<Column<never>, 'title' | 'numeric' | 'card'>[]
  /** Rows can be opened. */
  opens: boolean
}

function Head({ columns, opens }: HeadProps) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {opens ? (
          <th scope="col" role="columnheader" className="data-open">
            <span className="visually-hidden">Details</span>
          </th>
        ) : null}
        {columns.map((column) => (
          <th key={column.title} scope="col" role="columnheader" className={classOf(column)}>
            {column.card === 'corner' ? <span className="visually-hidden">{column.title}</span> : column.title}
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** What a list that is not there yet will be like. */
export interface DataTableSkeletonProps {
  columns: HeadProps['columns']
  /** Rows can be opened. */
  opens?: boolean
  /** What will stand over the table. */
  above?: ReactNode
}

/** The table before its first answer, in its final shape. */
export function DataTableSkeleton({ columns, opens = false, above }: DataTableSkeletonProps) {
  return (
    <AfterAMoment>
      {above}
      <table className="table data-table" aria-hidden="true">
        <Head columns={columns} opens={opens} />
        <tbody>
          {[0, 1, 2, 3].map((row) => (
            <tr key={row}>
              {opens ? <td className="data-open" /> : null}
              {columns.map((column) => (
                <td key={column.title} className={classOf(column)}>
                  <SkeletonBar width={column.card === 'corner' ? 16 : column.card === 'title' ? 160 : 72} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </AfterAMoment>
  )
}

function classOf({ numeric, card }: Pick<Column<never>, 'numeric' | 'card'>): string | undefined {
  return [numeric ? 'data-number' : '', card ? `data-${card}` : ''].filter(Boolean).join(' ') || undefined
}

function without(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set([...set].filter((one) => one !== id))
}
