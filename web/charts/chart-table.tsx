import type { KeyboardEvent } from 'react'
import type { ChartData, ChartOptions } from './chart.ts'
import { overlayColumns, overlayNotes } from './overlays.ts'
import { bucketTotal, type Bucket } from './shape.ts'
import { bucketName } from './time-axis.ts'
import { exactValue } from './value-format.ts'

interface ChartTableProps {
  data: ChartData
  options: ChartOptions
  buckets: readonly Bucket[]
  /** Adds the sum: for stacks. */
  total: boolean
  /** Back to the picture. */
  onChart: () => void
}

/** The same numbers as the picture, and what was found in them, newest first. */
export function ChartTable({ data, options, buckets, total, onChart }: ChartTableProps) {
  const withTotal = total && data.series.length > 1
  const computed = overlayColumns(data)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 't' || event.ctrlKey || event.metaKey || event.altKey) return
    event.stopPropagation()
    onChart()
  }
  return (
    <div
      className="chart-table"
      role="region"
      aria-label={`${options.title}, table`}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">Time ({data.timezone})</th>
            {data.series.map(({ id, label }) => (
              <th scope="col" key={id}>
                {label}
              </th>
            ))}
            {withTotal ? <th scope="col">Total</th> : null}
            {computed.map(({ label }) => (
              <th scope="col" key={label}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {buckets.toReversed().map((bucket) => (
            <tr key={bucket.from}>
              <th scope="row">
                {bucketName(bucket, data.every, data.timezone)}
                {bucket.complete ? null : <span className="chart-table-note"> incomplete</span>}
                {overlayNotes(data, bucket).map((note) => (
                  <span className="chart-table-note" key={note}>
                    {' '}
                    {note}
                  </span>
                ))}
              </th>
              {data.series.map(({ id, unit }, place) => (
                <td key={id}>{exactValue(bucket.values[place] ?? null, unit)}</td>
              ))}
              {withTotal ? <td>{exactValue(bucketTotal(bucket), data.series[0]?.unit ?? 'COUNT')}</td> : null}
              {computed.map(({ label, textAt }) => (
                <td key={label}>{textAt(bucket) ?? '–'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
