import { exactValue } from '../charts/value-format.ts'
import { formatCount, formatNumber } from '../lib/format.ts'
import { formatTime } from '../lib/format-time.ts'
import type { Cell, PanelColumn, TableTwin } from './panel.ts'

/** More rows than anyone reads; the download has them all. */
const mostRows = 500

/** The numbers of a picture as a table, in their units. Times are told in `timezone`. */
export function TwinTable({ twin, timezone }: { twin: TableTwin; timezone: string }) {
  const { columns, rows } = twin
  return (
    <table>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col" key={column.name}>
              {column.title}
              {column.role === 'TIME' ? ` (${timezone})` : ''}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, mostRows).map((row, index) => (
          <tr key={index}>
            {columns.map((column, place) => {
              const text = cellText(row[place] ?? null, column, timezone)
              return place === 0 ? (
                <th scope="row" key={column.name}>
                  {text}
                </th>
              ) : (
                <td key={column.name}>{text}</td>
              )
            })}
          </tr>
        ))}
      </tbody>
      {rows.length > mostRows ? (
        <caption className="chart-table-note">
          The first {formatNumber(mostRows)} of {formatCount(rows.length, 'row')}. The CSV has all.
        </caption>
      ) : null}
    </table>
  )
}

/** A cell as it is read: a moment with its zone, a value in its unit. */
export function cellText(cell: Cell, column: PanelColumn, timezone: string): string {
  if (cell === null) return '–'
  if (typeof cell === 'number') return exactValue(cell, column.unit)
  const at = column.type === 'TIME' ? Date.parse(cell) : Number.NaN
  return Number.isNaN(at) ? cell : formatTime(at, timezone)
}
