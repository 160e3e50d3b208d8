import type { ReactNode } from 'react'
import { formatPercent } from '../lib/format.ts'
import type { ChartData } from './chart.ts'
import type { PlotArea } from './geometry.ts'
import { bucketX } from './geometry.ts'
import { overlayColumns, overlayNotes } from './overlays.ts'
import { bucketTotal, type Bucket } from './shape.ts'
import { bucketName } from './time-axis.ts'
import { exactValue } from './value-format.ts'

/** More would not fit over a chart. */
const mostRows = 12

interface TooltipProps {
  data: ChartData
  buckets: readonly Bucket[]
  /** The same bucket with the values as shares, where those are drawn. */
  shares?: Bucket
  index: number
  area: PlotArea
  /** Colour of each series, in the order of the data. */
  colours: readonly string[]
  /** Adds the sum: for stacks. */
  total: boolean
  hint?: string
}

/** All series at one bucket, the highest value first, with the time and its zone. It repeats what the slider says, so screen readers skip it. */
export function Tooltip({ data, buckets, shares, index, area, colours, total, hint }: TooltipProps) {
  const bucket = buckets[index]
  if (!bucket) return null
  const { left, right } = bucketX(index, area, buckets.length)
  const onRight = (left + right) / 2 < (area.left + area.right) / 2
  // On a narrow chart it covers the cursor rather than leave the page.
  const style = onRight
    ? { left: `min(${right + 8}px, 100% - var(--tooltip-room))` }
    : { right: `min(100% - ${left - 8}px, 100% - var(--tooltip-room))` }
  const rows = data.series
    .map((series, place) => ({
      series,
      colour: colours[place] ?? '',
      value: bucket.values[place] ?? null,
      share: shares?.values[place] ?? null,
    }))
    .sort((a, b) => (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY))
  return (
    <div className="chart-tooltip" style={style} aria-hidden="true">
      <p className="chart-tooltip-time">{bucketName(bucket, data.every, data.timezone)}</p>
      <dl>
        {bucket.ahead
          ? null
          : rows
              .slice(0, mostRows)
              .map(({ series, colour, value, share }) => (
                <Row
                  key={series.id}
                  name={<Named colour={colour}>{series.label}</Named>}
                  value={`${exactValue(value, series.unit)}${share === null ? '' : ` (${formatPercent(share)})`}`}
                />
              ))}
        {rows.length > mostRows && !bucket.ahead ? <Row name={`and ${rows.length - mostRows} more`} value="" /> : null}
        {total && rows.length > 1 && !bucket.ahead ? (
          <Row name="Total" value={exactValue(bucketTotal(bucket), rows[0]?.series.unit ?? 'COUNT')} />
        ) : null}
        {overlayColumns(data).map(({ label, textAt }) => {
          const text = textAt(bucket)
          return text === null ? null : <Row key={label} name={label} value={text} />
        })}
      </dl>
      {overlayNotes(data, bucket).map((note) => (
        <p key={note}>{note}</p>
      ))}
      {bucket.complete ? null : <p className="chart-tooltip-note">Incomplete: more can come</p>}
      {hint && !bucket.ahead ? <p className="chart-tooltip-note">{hint}</p> : null}
    </div>
  )
}

function Named({ colour, children }: { colour: string; children: ReactNode }) {
  return (
    <>
      <span className="chart-swatch" style={{ background: colour }} />
      {children}
    </>
  )
}

function Row({ name, value }: { name: ReactNode; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
