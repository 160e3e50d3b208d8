import type { ChartData, ChartOverlays, OverlayAnnotation, Unit } from './chart.ts'
import type { Bucket } from './shape.ts'
import { bucketName } from './time-axis.ts'
import { shortValue } from './value-format.ts'

/** What was computed for each bucket, as a column beside the series. */
type OverlayColumn = {
  label: string
  /** The value in a bucket; null where there is none. */
  textAt: (bucket: Bucket) => string | null
}

/** Of each line its value, and of each band its ends. They are estimates, so they are told with three figures. */
export function overlayColumns(data: ChartData): OverlayColumn[] {
  const { lines = [], bands = [] } = data.overlays ?? {}
  const say = (value: number): string => shortValue(value, unitOf(data))
  const values = lines.map(({ label, points }) =>
    column(
      label,
      points.map(({ at, value }) => [at, say(value)]),
    ),
  )
  const ends = bands.map(({ label, points }) =>
    column(
      label,
      points.map(({ at, lower, upper }) => [at, `${say(lower)} to ${say(upper)}`]),
    ),
  )
  return [...values, ...ends]
}

function column(label: string, texts: readonly [at: string, text: string][]): OverlayColumn {
  const byTime = new Map(texts.map(([at, text]) => [Date.parse(at), text]))
  return { label, textAt: ({ from }) => byTime.get(from) ?? null }
}

/** What happened in a bucket: changes, and events of which it has the farthest value. */
export function overlayNotes({ overlays }: ChartData, { from, to }: Pick<Bucket, 'from' | 'to'>): string[] {
  const isHere = ({ at }: { at: string }): boolean => Date.parse(at) === from
  return [
    ...(overlays?.changes ?? []).filter(isHere).map(({ text }) => `Change: ${text}`),
    ...(overlays?.marks ?? []).filter(isHere).map(({ text }) => text),
    ...(overlays?.annotations ?? []).filter((one) => beginsIn(one, { from, to })).map(({ title }) => title),
  ]
}

/** Whether an annotation begins in a bucket. */
export const beginsIn = ({ at }: OverlayAnnotation, { from, to }: Pick<Bucket, 'from' | 'to'>): boolean =>
  Date.parse(at) >= from && Date.parse(at) < to

/** All that was found, and the thresholds, a sentence each. */
export function overlaySentences(data: ChartData, buckets: readonly Bucket[]): string[] {
  const happened = buckets.flatMap((bucket) => {
    const name = bucketName(bucket, data.every, data.timezone)
    return overlayNotes(data, bucket).map((note) => `${name}: ${note}.`)
  })
  return [
    ...happened,
    ...(data.overlays?.lines ?? []).map(({ label, text }) => `${label}: ${text}.`),
    ...(data.overlays?.thresholds ?? []).map(
      ({ label, value }) => `Threshold ${label}: ${shortValue(value, unitOf(data))}.`,
    ),
  ]
}

/**
 * The highest value of a picture with its overlays. A very uncertain band would press all else flat, so it
 * counts up to twice the height of the rest.
 */
export function highestWith(overlays: ChartOverlays | undefined, highest: number): number {
  const { lines = [], marks = [], bands = [], thresholds = [] } = overlays ?? {}
  const values = [...lines.flatMap(({ points }) => points), ...marks, ...thresholds].map(({ value }) => value)
  const rest = Math.max(highest, ...values)
  const upper = Math.max(0, ...bands.flatMap(({ points }) => points.map(({ upper }) => upper)))
  return Math.max(rest, Math.min(2 * rest, upper))
}

/** The lowest value of a picture with its overlays: 0, or below it. */
export function lowestWith(overlays: ChartOverlays | undefined, lowest: number): number {
  const { lines = [], marks = [], thresholds = [] } = overlays ?? {}
  return Math.min(
    lowest,
    ...[...lines.flatMap(({ points }) => points), ...marks, ...thresholds].map(({ value }) => value),
  )
}

const unitOf = ({ series }: ChartData): Unit => series[0]?.unit ?? 'NONE'
