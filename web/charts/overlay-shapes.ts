import type { ChartOverlays, OverlayBand, OverlayLine, OverlayMark, Threshold } from './chart.ts'
import { axisFontPx, bucketX, yOfValue, type PlotArea } from './geometry.ts'
import {
  flagCorners,
  flagRoom,
  labelPadding,
  markCorners,
  placeLabels,
  type Box,
  type PlacedLabel,
} from './overlay-labels.ts'
import type { Place } from './picture/outline.ts'
import type { Paint, Shape } from './picture/shape.ts'
import type { Bucket } from './shape.ts'
import type { ChartTheme } from './theme.ts'
import type { ValueAxis } from './value-axis.ts'

/** Where the overlays are drawn. */
type Ground = { buckets: readonly Bucket[]; area: PlotArea; axis: ValueAxis; theme: ChartTheme }

/** Lengths of dashes and gaps in CSS pixels, so that lines are told apart without colours. */
export const overlayDashes: Readonly<Record<OverlayLine['dash'], readonly number[]>> = { long: [9, 4], dots: [2, 3] }

const markRadius = 4.5

/** Overlays by where they lie: below the series, above them, and bands of what is usual, which bars would hide. */
export type OverlayShapes = { below: Shape[]; bands: Shape[]; above: Shape[] }

/**
 * Overlays as shapes. They have the colours of text, which all charts and bars contrast with; dashes and shapes tell them apart.
 * What lies at moments that the picture does not show is left out.
 */
export function overlayShapes(overlays: ChartOverlays | undefined, ground: Ground): OverlayShapes {
  const { bands = [], lines = [], changes = [], marks = [], annotations = [], thresholds = [] } = overlays ?? {}
  const { warning, accent } = ground.theme
  const stems = [
    ...changes.flatMap(({ at, label }) => edgesOf(at, ground).map((x) => ({ x, text: label }))),
    ...annotations.flatMap(({ at, title }) => momentsOf(at, ground).map((x) => ({ x, text: shortened(title) }))),
  ]
  const held = thresholds.filter(({ value }) => value <= ground.axis.top && value >= ground.axis.bottom)
  return {
    below: [
      ...marks.flatMap((mark) => stretchShapes(mark, warning, ground)),
      ...annotations.flatMap(({ at, to }) => (to === null ? [] : stretchShapes({ from: at, to }, accent, ground))),
      ...bands.filter(({ look }) => look === 'edged').flatMap((band) => edgedBand(band, ground)),
    ],
    bands: bands.filter(({ look }) => look === 'soft').map((band) => bandShape(band, 0.16, ground)),
    above: [
      ...held.map((threshold) => thresholdLine(threshold, ground)),
      ...stems.map((stem) => stemShape(stem, ground, flagRoom(overlays))),
      ...lines.flatMap((line) => computedLine(line, ground)),
      ...marks.flatMap((mark) => markShapes(mark, ground)),
      ...held.map((threshold) => thresholdLabel(threshold, ground)),
      ...labelShapes(stems, marks, ground),
    ],
  }
}

/** A stretch of time: all buckets that it touches. */
function stretchShapes({ from, to }: { from: string; to: string }, fill: string, { buckets, area }: Ground): Shape[] {
  const first = buckets.findIndex((bucket) => bucket.to > Date.parse(from))
  const last = buckets.findLastIndex((bucket) => bucket.from < Date.parse(to))
  if (first === -1 || last < first) return []
  const { left } = bucketX(first, area, buckets.length)
  const { right } = bucketX(last, area, buckets.length)
  const { top, bottom } = area
  return [{ kind: 'box', left, top, width: right - left, height: bottom - top, fill, opacity: 0.18 }]
}

const uppersOf = ({ points }: OverlayBand, ground: Ground): Place[] =>
  placesOf(
    points.map(({ at, upper }) => ({ at, value: upper })),
    ground,
  )

const lowersOf = ({ points }: OverlayBand, ground: Ground): Place[] =>
  placesOf(
    points.map(({ at, lower }) => ({ at, value: lower })),
    ground,
  )

const bandShape = (band: OverlayBand, opacity: number, ground: Ground): Shape => ({
  kind: 'area',
  points: [...uppersOf(band, ground), ...lowersOf(band, ground).toReversed()],
  fill: ground.theme.text,
  opacity,
})

function edgedBand(band: OverlayBand, ground: Ground): Shape[] {
  const edge: Paint = { stroke: ground.theme.muted, lineWidth: 0.75, opacity: 0.8 }
  const edges = [uppersOf(band, ground), lowersOf(band, ground)]
  return [bandShape(band, 0.1, ground), ...edges.map((points): Shape => ({ kind: 'line', points, ...edge }))]
}

function computedLine({ dash, points: values }: OverlayLine, ground: Ground): Shape[] {
  const points = placesOf(values, ground)
  const { background, text } = ground.theme
  return [
    // The ground around it keeps it apart from bars and lines of any colour.
    { kind: 'line', points, stroke: background, lineWidth: 4, opacity: 0.75 },
    { kind: 'line', points, stroke: text, lineWidth: 1.75, lineDash: overlayDashes[dash] },
  ]
}

/** A thin vertical, and what its flag says. */
type Stem = { x: number; text: string }

const stemShape = ({ x }: Stem, { area, theme }: Ground, room: number): Shape => ({
  kind: 'line',
  points: [
    [x, area.top - room],
    [x, area.bottom],
  ],
  stroke: theme.text,
  lineWidth: 1,
})

function thresholdLine({ value, look }: Threshold, { area, axis, theme }: Ground): Shape {
  const y = yOfValue(value, area, axis)
  const points: Place[] = [
    [area.left, y],
    [area.right, y],
  ]
  return { kind: 'line', points, stroke: theme[look], lineWidth: 1, lineDash: [6, 3] }
}

function thresholdLabel({ value, look, label }: Threshold, { area, axis, theme }: Ground): Shape {
  const y = yOfValue(value, area, axis)
  const baseline = y - area.top < axisFontPx + 4 ? 'top' : 'bottom'
  const place = { x: area.right - 2, y: y - 2, align: 'right', baseline } as const
  return { kind: 'text', ...place, text: label, fill: theme[look], halo: theme.background }
}

function markShapes(mark: OverlayMark, ground: Ground): Shape[] {
  const { background, text } = ground.theme
  return placesOf([mark], ground).map(([x, y]): Shape => {
    return { kind: 'dot', x, y, radius: markRadius, fill: background, stroke: text, lineWidth: 1.5 }
  })
}

/** The labels of stems are flags; those of marks stand free. Flags come first: they are fewer, and matter longer. */
function labelShapes(stems: readonly Stem[], marks: readonly OverlayMark[], ground: Ground): Shape[] {
  const { area, theme } = ground
  const circles = marks.flatMap((mark) => placesOf([mark], ground).map((place) => ({ mark, box: boxAround(place) })))
  const taken = circles.map(({ box }) => box)
  const flags = placeLabels(
    stems.map(({ text, x }) => ({ text, corners: flagCorners(text, x, area) })),
    area,
    taken,
  )
  const values = placeLabels(
    circles.map(({ mark, box }) => ({ text: mark.label, corners: markCorners(mark, box, area) })),
    area,
    [
      ...taken,
      ...flags.map(({ box }) => box),
      ...stems.map(({ x }) => ({ left: x, right: x, top: area.top, bottom: area.bottom })),
    ],
  )
  const { background, text } = theme
  return [
    ...flags.flatMap((flag): Shape[] => {
      const { left, top, right, bottom } = flag.box
      const cloth: Shape = { kind: 'box', left, top, width: right - left, height: bottom - top, fill: text }
      return [cloth, { ...lettersIn(flag), fill: background }]
    }),
    ...values.map((value): Shape => ({ ...lettersIn(value), fill: text, halo: background })),
  ]
}

const lettersIn = ({ text, box }: PlacedLabel) =>
  ({ kind: 'text', x: box.left + labelPadding.x, y: (box.top + box.bottom) / 2, text }) as const

const boxAround = ([x, y]: Place): Box => ({
  left: x - markRadius,
  top: y - markRadius,
  right: x + markRadius,
  bottom: y + markRadius,
})

/** The middles of the buckets, at the heights of the values. */
function placesOf(points: readonly { at: string; value: number }[], ground: Ground): Place[] {
  const { buckets, area, axis } = ground
  const indexes = new Map(buckets.map(({ from }, index) => [from, index]))
  return points.flatMap(({ at, value }): Place[] => {
    const index = indexes.get(Date.parse(at))
    if (index === undefined) return []
    return [[bucketX(index, area, buckets.length).centre, yOfValue(value, area, axis)]]
  })
}

/** Where a moment is in the picture; empty when it is not shown. */
function momentsOf(at: string, { buckets, area }: Ground): number[] {
  const moment = Date.parse(at)
  const index = buckets.findIndex(({ from, to }) => from <= moment && moment < to)
  const bucket = buckets[index]
  if (!bucket) return []
  const { left, right } = bucketX(index, area, buckets.length)
  return [left + ((moment - bucket.from) / (bucket.to - bucket.from)) * (right - left)]
}

/** Longest flag of an annotation, in letters. The tooltip and the table have all of it. */
const mostLetters = 24

const shortened = (title: string): string => {
  const letters = [...title]
  return letters.length <= mostLetters ? title : `${letters.slice(0, mostLetters - 1).join('')}…`
}

/** Where a bucket begins in the picture; empty when it is not shown. */
function edgesOf(at: string, { buckets, area }: Ground): number[] {
  const index = buckets.findIndex(({ from }) => from === Date.parse(at))
  return index === -1 ? [] : [bucketX(index, area, buckets.length).left]
}
