import { formatNumber } from '../../lib/format.ts'
import { cellText, currencyOf } from '../cell-text.ts'
import type { Passport, TableTwin } from '../panel.ts'

/** More rows than this are in the CSV: nobody reads them here, and each of them costs. */
const MOST_ROWS = 1000

interface TwinTableProps {
  title: string
  twin: TableTwin
  passport: Pick<Passport, 'timezone' | 'every'>
}

/** The numbers of a panel as a plain table. */
export function TwinTable({ title, twin: { columns, rows }, passport: { timezone, every } }: TwinTableProps) {
  return (
    <div className="panel-twin" role="region" aria-label={`${title}, table`} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map(({ name, title: heading, role }) => (
              <th key={name} scope="col" className={role === 'MEASURE' ? 'number' : undefined}>
                {heading}
                {role === 'TIME' ? ` (${timezone})` : ''}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_ROWS).map((row, index) => {
            const context = { timezone, every, currency: currencyOf(row, columns) }
            return (
              // Rows have no name of their own, and come and go only at their ends.
              <tr key={index}>
                {columns.map((column, place) => (
                  <td key={column.name} className={column.role === 'MEASURE' ? 'number' : undefined}>
                    {cellText(row[place] ?? null, column, context)}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
      {rows.length > MOST_ROWS ? (
        <p className="muted">
          The first {formatNumber(MOST_ROWS)} of {formatNumber(rows.length)} rows. Download the CSV for all of them.
        </p>
      ) : null}
    </div>
  )
}
