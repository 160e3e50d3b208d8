import type { Span } from '../lib/range.ts'
import type { ChartInteraction } from './chart.ts'
import { barGap, bucketX, valueAtY, yOfValue, type PlotArea } from './geometry.ts'
import { segmentAt, type Bucket } from './shape.ts'
import type { ValueAxis } from './value-axis.ts'

/** What the plot needs to know of the picture below it. */
export interface PlotGeometry {
  buckets: readonly Bucket[]
  area: PlotArea
  axis: ValueAxis
  /** Ids of the series in their order, which in a stack is from the bottom up. */
  series: readonly string[]
  marks: 'bars' | 'lines'
  stacked: boolean
}

/** Two buckets between which a range is being drawn, in either order. */
export interface Selection {
  anchor: number
  head: number
}

/** What the plot is given by the chart around it. */
export interface PlotProps extends ChartInteraction {
  geometry: PlotGeometry
  label: string
  /** A bucket in words, for screen readers. */
  describe: (bucket: Bucket) => string
  /** IANA name of the zone in which a range is told while it is drawn. */
  timezone: string
  /** A range is being drawn: the tooltip would stand in its way. */
  onSelecting: (selecting: boolean) => void
  onTable: () => void
  /** The viewer is on this chart: it shows the tooltip. */
  onActive: (active: boolean) => void
}

/** The range of time from the first to the last selected bucket, as far as the series go; null when there is none of them. */
export function selectedSpan(buckets: readonly Bucket[], { anchor, head }: Selection): Span | null {
  const selected = buckets.slice(Math.min(anchor, head), Math.max(anchor, head) + 1).filter(({ ahead }) => !ahead)
  const first = selected[0]
  const last = selected.at(-1)
  return first && last ? { from: first.from, to: last.to } : null
}

/** How far from a line one may click to mean it. */
const nearPx = 12

/** The series that is drawn at a place of a bucket: the part of the stack, the bar, or the line nearby; null beside all of them. */
export function seriesAt(geometry: PlotGeometry, index: number, { x, y }: { x: number; y: number }): string | null {
  const { buckets, area, axis, series, marks, stacked } = geometry
  const bucket = buckets[index]
  if (!bucket) return null
  if (stacked) return series[segmentAt(bucket, valueAtY(y, area, axis)) ?? -1] ?? null
  if (marks === 'bars') {
    const { left, right } = bucketX(index, area, buckets.length)
    const gap = barGap(buckets.length)
    const share = ((x - left) / (right - left) - gap / 2) / (1 - gap)
    return series[Math.floor(share * series.length)] ?? null
  }
  const near = bucket.values.flatMap((value, place) =>
    value === null ? [] : [{ place, distance: Math.abs(yOfValue(value, area, axis) - y) }],
  )
  const nearest = near.sort((a, b) => a.distance - b.distance)[0]
  return nearest && nearest.distance <= nearPx ? (series[nearest.place] ?? null) : null
}

/** Opens a bucket. In those that are ahead there is nothing yet. */
export function openBucket({ onOpen }: PlotProps, bucket: Bucket, seriesId: string | null, shift: boolean) {
  if (!bucket.ahead) onOpen?.(bucket, seriesId, shift)
}

/** Tells the page the range of a selection. */
export function zoomTo({ geometry, onZoom }: PlotProps, selection: Selection) {
  const span = selectedSpan(geometry.buckets, selection)
  if (span) onZoom?.(span)
}
