import { formatCount, formatNumber } from '../lib/format.ts'
import { cellText, currencyOf } from './cell-text.ts'
import type { Passport, TableTwin } from './panel.ts'

/** More rows than anyone reads; the download has them all. */
const mostRows = 500

interface TwinTableProps {
  twin: TableTwin
  timezone: string
  /** The buckets that times are the starts of; null: they are moments. */
  every?: Passport['every']
}

/** The numbers of a panel as a table, in their units. Times are told in `timezone`. */
export function TwinTable({ twin: { columns, rows }, timezone, every = null }: TwinTableProps) {
  return (
    <table>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col" key={column.name} className={column.role === 'MEASURE' ? 'number' : undefined}>
              {column.title}
              {column.role === 'TIME' ? ` (${timezone})` : ''}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.slice(0, mostRows).map((row, index) => {
          const context = { timezone, every, currency: currencyOf(row, columns) }
          return (
            <tr key={index}>
              {columns.map((column, place) => {
                const text = cellText(row[place] ?? null, column, context)
                return place === 0 && column.role !== 'MEASURE' ? (
                  <th scope="row" key={column.name}>
                    {text}
                  </th>
                ) : (
                  <td key={column.name} className={column.role === 'MEASURE' ? 'number' : undefined}>
                    {text}
                  </td>
                )
              })}
            </tr>
          )
        })}
      </tbody>
      {rows.length > mostRows ? (
        <caption className="chart-table-note">
          The first {formatNumber(mostRows)} of {formatCount(rows.length, 'row')}. The CSV has all.
        </caption>
      ) : null}
    </table>
  )
}
