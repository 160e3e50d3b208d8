import type { EChartsOption } from 'echarts'
import type { ChartOverlays, OverlayBand, OverlayLine, OverlayMark, Threshold } from './chart.ts'
import { axisFontPx, bucketX, textWidth, yOfValue, type PlotArea } from './geometry.ts'
import {
  flagCorners,
  flagRoom,
  labelPadding,
  markCorners,
  placeLabels,
  type Box,
  type PlacedLabel,
} from './overlay-labels.ts'
import type { Bucket } from './shape.ts'
import type { ChartTheme } from './theme.ts'
import type { ValueAxis } from './value-axis.ts'

type Shapes = Extract<EChartsOption['graphic'], readonly unknown[]>

type Place = [x: number, y: number]

/** Where the overlays are drawn. */
type Ground = { buckets: readonly Bucket[]; area: PlotArea; axis: ValueAxis; theme: ChartTheme }

/** Lengths of dashes and gaps in CSS pixels, so that lines are told apart without colours. */
export const overlayDashes: Readonly<Record<OverlayLine['dash'], readonly number[]>> = { long: [9, 4], dots: [2, 3] }

// ECharts draws bars at 2 and lines at 3.
const below = 1
const betweenBarsAndLines = 2.5
const above = 4
const top = 5

const markRadius = 4.5

/**
 * Overlays as shapes, placed in CSS pixels: the axis of buckets knows no places between them, where a change stands.
 * They have the colours of text, which all charts and bars contrast with; dashes and shapes tell them apart. What lies at
 * moments that the picture does not show is left out.
 */
export function overlayShapes(overlays: ChartOverlays | undefined, ground: Ground): Shapes {
  const { bands = [], lines = [], changes = [], marks = [], annotations = [], thresholds = [] } = overlays ?? {}
  const { warning, accent } = ground.theme
  const stems = [
    ...changes.flatMap(({ at, label }) => edgesOf(at, ground).map((x) => ({ x, text: label }))),
    ...annotations.flatMap(({ at, title }) => momentsOf(at, ground).map((x) => ({ x, text: shortened(title) }))),
  ]
  return [
    ...marks.flatMap((mark) => stretchShapes(mark, warning, ground)),
    ...annotations.flatMap(({ at, to }) => (to === null ? [] : stretchShapes({ from: at, to }, accent, ground))),
    ...thresholds.flatMap((threshold) => thresholdShapes(threshold, ground)),
    ...bands.flatMap((band) => bandShapes(band, ground)),
    ...stems.flatMap((stem) => stemShapes(stem, ground, flagRoom(overlays))),
    ...lines.flatMap((line) => lineShapes(line, ground)),
    ...marks.flatMap((mark) => markShapes(mark, ground)),
    ...labelShapes(stems, marks, ground),
  ]
}

/** A stretch of time: all buckets that it touches. */
function stretchShapes({ from, to }: { from: string; to: string }, fill: string, { buckets, area }: Ground): Shapes {
  const first = buckets.findIndex((bucket) => bucket.to > Date.parse(from))
  const last = buckets.findLastIndex((bucket) => bucket.from < Date.parse(to))
  if (first === -1 || last < first) return []
  const { left } = bucketX(first, area, buckets.length)
  const { right } = bucketX(last, area, buckets.length)
  return [
    {
      type: 'rect',
      z: below,
      silent: true,
      shape: { x: left, y: area.top, width: right - left, height: area.bottom - area.top },
      style: { fill, opacity: 0.18 },
    },
  ]
}

function bandShapes({ look, points }: OverlayBand, ground: Ground): Shapes {
  const { theme } = ground
  const uppers = placesOf(
    points.map(({ at, upper }) => ({ at, value: upper })),
    ground,
  )
  const lowers = placesOf(
    points.map(({ at, lower }) => ({ at, value: lower })),
    ground,
  )
  const edge = { stroke: theme.muted, fill: 'none', lineWidth: 0.75, opacity: 0.8 }
  return [
    {
      type: 'polygon',
      // Bars would hide what is usual for them.
      z: look === 'soft' ? betweenBarsAndLines : below,
      silent: true,
      shape: { points: [...uppers, ...lowers.toReversed()] },
      style: { fill: theme.text, opacity: look === 'soft' ? 0.16 : 0.1 },
    },
    ...(look === 'edged' ? [uppers, lowers].map((places) => polyline(places, edge, below)) : []),
  ]
}

function lineShapes({ dash, points }: OverlayLine, ground: Ground): Shapes {
  const places = placesOf(points, ground)
  const { background, text } = ground.theme
  const look = { fill: 'none', lineCap: 'butt', lineJoin: 'round' } as const
  return [
    // The ground around it keeps it apart from bars and lines of any colour.
    polyline(places, { ...look, stroke: background, lineWidth: 4, opacity: 0.75 }, above),
    polyline(places, { ...look, stroke: text, lineWidth: 1.75, lineDash: [...overlayDashes[dash]] }, above),
  ]
}

/** A thin vertical, and what its flag says. */
type Stem = { x: number; text: string }

function stemShapes({ x }: Stem, { area, theme }: Ground, room: number): Shapes {
  return [
    {
      type: 'line',
      z: above,
      silent: true,
      shape: { x1: x, y1: area.top - room, x2: x, y2: area.bottom },
      style: { stroke: theme.text, lineWidth: 1 },
    },
  ]
}

function thresholdShapes({ value, look, label }: Threshold, { area, axis, theme }: Ground): Shapes {
  if (value > axis.top || value < axis.bottom) return []
  const y = yOfValue(value, area, axis)
  const ground = { stroke: theme.background, lineWidth: 4 }
  return [
    {
      type: 'line',
      z: above,
      silent: true,
      shape: { x1: area.left, y1: y, x2: area.right, y2: y },
      style: { stroke: theme[look], lineWidth: 1, lineDash: [6, 3] },
    },
    textShape({
      ...ground,
      fill: theme[look],
      x: area.right - 2,
      y: y - 2,
      text: label,
      align: 'right',
      verticalAlign: y - area.top < axisFontPx + 4 ? 'top' : 'bottom',
      fontSize: axisFontPx,
      fontFamily: theme.fontFamily,
    }),
  ]
}

const textShape = (style: object): Shapes[number] => ({ type: 'text', z: top, silent: true, style })

function markShapes(mark: OverlayMark, ground: Ground): Shapes {
  const { background, text } = ground.theme
  return placesOf([mark], ground).map(([cx, cy]) => ({
    type: 'circle',
    z: above,
    silent: true,
    shape: { cx, cy, r: markRadius },
    style: { fill: background, stroke: text, lineWidth: 1.5 },
  }))
}

/** The labels of stems are flags; those of marks stand free. Flags come first: they are fewer, and matter longer. */
function labelShapes(stems: readonly Stem[], marks: readonly OverlayMark[], ground: Ground): Shapes {
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
    ...flags.map((flag) => labelShape(flag, { fill: background, backgroundColor: text }, theme)),
    ...values.map((value) => labelShape(value, { fill: text, stroke: background, lineWidth: 4 }, theme)),
  ]
}

function labelShape({ text, box }: PlacedLabel, colours: object, theme: ChartTheme): Shapes[number] {
  return {
    type: 'text',
    z: top,
    silent: true,
    style: {
      ...colours,
      x: box.left,
      y: box.top,
      text,
      padding: [labelPadding.y, labelPadding.x],
      // Without a font to measure, a server would make it too narrow.
      width: textWidth(text),
      lineHeight: axisFontPx + 2,
      fontSize: axisFontPx,
      fontFamily: theme.fontFamily,
    },
  }
}

const boxAround = ([x, y]: Place): Box => ({
  left: x - markRadius,
  top: y - markRadius,
  right: x + markRadius,
  bottom: y + markRadius,
})

function polyline(points: Place[], style: object, z: number): Shapes[number] {
  return { type: 'polyline', z, silent: true, shape: { points }, style }
}

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
