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
  onTable: () => void
  /** The viewer is on this chart: it shows the tooltip. */
  onActive: (active: boolean) => void
}

/** Tells the page the range of a selection. */
export function zoomTo({ geometry: { buckets }, onZoom }: PlotProps, { anchor, head }: Selection) {
  const first = buckets[Math.min(anchor, head)]
  const last = buckets[Math.max(anchor, head)]
  if (first && last) onZoom?.({ from: first.from, to: last.to })
}
