import type { ComponentType } from 'react'
import type { Granularity } from '../lib/granularity.ts'
import type { Span } from '../lib/range.ts'
import type { StatusName } from './palette.ts'
import type { Shape } from './picture/shape.ts'
import type { ChartTheme } from './theme.ts'

/** What a number counts, as the GraphQL schema names it. */
export type Unit = 'COUNT' | 'RATIO' | 'MILLISECONDS' | 'PER_HOUR' | 'CURRENCY' | 'NONE'

/** One bucket of a series. `value` is null where nothing is known; `complete` is false while more can come. */
export type ChartPoint = { at: string; value: number | null; complete: boolean }

/** One line, or one part of a stack. */
export type ChartSeries = {
  id: string
  label: string
  unit: Unit
  points: readonly ChartPoint[]
  /** Colours it as this status, instead of by its place. */
  status?: StatusName
  /** Its place among the colours, where that is not its place in the list. */
  place?: number
  /** It stands for all that is not shown by itself. */
  isOther?: boolean
}

/** Where a series changed for good: at the beginning of a bucket. `label` stands beside its line in the picture, `text` says more. */
export type OverlayChange = { at: string; label: string; text: string }

/** A line that was computed, such as a trend or a forecast. It may go on after the series. `text` says in words where it goes. */
export type OverlayLine = {
  label: string
  dash: 'long' | 'dots'
  points: readonly { at: string; value: number }[]
  text: string
}

/** Between which values each bucket is expected: `soft` over what was, `edged` over what may come. */
export type OverlayBand = {
  label: string
  look: 'soft' | 'edged'
  points: readonly { at: string; lower: number; upper: number }[]
}

/** An event of values that stand out, and the farthest of them. `label` stands on the `side` of that one in the picture, `text` says more. */
export type OverlayMark = {
  from: string
  to: string
  at: string
  value: number
  side: 'above' | 'below'
  label: string
  text: string
}

/** What people noted at a moment, or over a stretch of time, such as a release. It need not begin with a bucket. */
export type OverlayAnnotation = { at: string; to: string | null; title: string }

/** A value that matters, drawn as a line across with its label. */
export type Threshold = { value: number; look: 'good' | 'warning' | 'bad'; label: string }

/** What is drawn over the series: what was found in them, what happened meanwhile, and what they are held against. */
export type ChartOverlays = {
  /** Id of the series that they speak of; absent: of the sum of all. */
  of?: string
  changes?: readonly OverlayChange[]
  lines?: readonly OverlayLine[]
  bands?: readonly OverlayBand[]
  marks?: readonly OverlayMark[]
  annotations?: readonly OverlayAnnotation[]
  thresholds?: readonly Threshold[]
}

/** What a chart draws: series over the same buckets, oldest first. `to` is the end of the last bucket. */
export type ChartData = {
  series: readonly ChartSeries[]
  every: Granularity
  to: string
  /** IANA name of the zone in which the times are told. */
  timezone: string
  overlays?: ChartOverlays
}

/** How series over the same buckets stand: each by itself, on each other, or as parts of 100 %. */
export type Stacking = 'none' | 'stacked' | 'shares'

/** How a chart draws it. */
export type ChartOptions = {
  title: string
  /** Said beside the title: what the numbers are, such as "jobs per hour". */
  caption?: string
  /** Absent: bars on each other, lines each by itself. */
  stacking?: Stacking
  /** Fills what lies below lines. */
  filled?: boolean
  /** A frame around the chart shows the title: the chart tells it to screen readers only. */
  framed?: boolean
}

/** What the picture is drawn for: how large, and in which colours. Sizes in CSS pixels. */
export type Canvas = { width: number; height: number; theme: ChartTheme }

/** What a chart tells its page, and what the page tells a chart. Moments are milliseconds since 1970. */
export type ChartInteraction = {
  /** Start of the bucket under the cursor, shared by the charts of a page; null for none. */
  cursor: number | null
  onCursor: (at: number | null) => void
  /** A range was drawn over the chart. */
  onZoom?: (span: Span) => void
  /** The viewer asked for a range `factor` times as long around a moment. */
  onZoomBy?: (factor: number, at: number) => void
  /** A bucket was opened; `seriesId` is the series that was hit, or null for the whole bucket. `shift`: the key Shift was held. */
  onOpen?: (bucket: Span, seriesId: string | null, shift: boolean) => void
  /** What opening does, for the hint under the tooltip: "Opens its jobs". */
  openHint?: string
}

/** Props of the component of every kind of chart. */
export type ChartProps = { data: ChartData; options: ChartOptions } & ChartInteraction

/** A kind of chart. `picture` is pure and knows no DOM: the server draws its PDFs with it. */
export type ChartKind = {
  kind: string
  title: string
  picture: (data: ChartData, options: ChartOptions, canvas: Canvas) => Shape[]
  Chart: ComponentType<ChartProps>
  /** A small picture for tests and galleries. */
  example: { data: ChartData; options: ChartOptions }
}
