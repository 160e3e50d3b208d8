import type { Span } from '../lib/range.ts'
import type { ChartInteraction } from './chart.ts'
import type { PlotArea } from './geometry.ts'
import type { Bucket } from './shape.ts'
import type { ValueAxis } from './value-axis.ts'

/** What the plot needs to know of the picture below it. */
export interface PlotGeometry {
  buckets: readonly Bucket[]
  area: PlotArea
  axis: ValueAxis
  /** Series from the bottom of the stack up, where a stack is drawn: clicking then opens the part that was hit. */
  stack: readonly string[] | null
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

/** Opens a bucket. In those that are ahead there is nothing yet. */
export function openBucket({ onOpen }: PlotProps, bucket: Bucket, seriesId: string | null) {
  if (!bucket.ahead) onOpen?.(bucket, seriesId)
}

/** Tells the page the range of a selection. */
export function zoomTo({ geometry, onZoom }: PlotProps, selection: Selection) {
  const span = selectedSpan(geometry.buckets, selection)
  if (span) onZoom?.(span)
}
