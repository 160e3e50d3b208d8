import type { EChartsOption } from 'echarts'
import type { ChartOverlays, OverlayBand, OverlayChange, OverlayLine, OverlayMark, OverlaySpan } from './chart.ts'
import { axisFontPx, bucketX, textWidth, yOfValue, type PlotArea } from './geometry.ts'
import type { Bucket } from './shape.ts'
import type { ChartTheme } from './theme.ts'
import type { ValueAxis } from './value-axis.ts'

type Shapes = Extract<EChartsOption['graphic'], readonly unknown[]>

type Place = [x: number, y: number]

/** Where the overlays are drawn. */
type Ground = { buckets: readonly Bucket[]; area: PlotArea; axis: ValueAxis; theme: ChartTheme }

/** Lengths of dashes and gaps in CSS pixels, so that lines are told apart without colours. */
export const overlayDashes: Readonly<Record<OverlayLine['dash'], readonly number[]>> = { long: [9, 4], dots: [2, 3] }

/** How much of its colour a stretch that stands out has. */
export const spanOpacity = 0.2

// Series are drawn at 2.
const below = 1
const above = 3

/**
 * Overlays as shapes, placed in CSS pixels: the axis of buckets knows no places between them, where a change stands.
 * They have the colours of text, which all charts and bars contrast with; dashes and shapes tell them apart. What lies at
 * moments that the picture does not show is left out.
 */
export function overlayShapes(overlays: ChartOverlays | undefined, ground: Ground): Shapes {
  const { spans = [], band, lines = [], changes = [], marks = [] } = overlays ?? {}
  return [
    ...spans.flatMap((span) => spanShapes(span, ground)),
    ...(band ? bandShapes(band, ground) : []),
    ...changeShapes(changes, ground),
    ...lines.flatMap((line) => lineShapes(line, ground)),
    ...marks.flatMap((mark) => markShapes(mark, ground)),
  ]
}

function spanShapes({ from, to }: OverlaySpan, { buckets, area, theme }: Ground): Shapes {
  const inside = buckets.flatMap((bucket, index) =>
    bucket.from >= Date.parse(from) && bucket.from < Date.parse(to) ? [index] : [],
  )
  const [first] = inside
  const last = inside.at(-1)
  if (first === undefined || last === undefined) return []
  const { left } = bucketX(first, area, buckets.length)
  const { right } = bucketX(last, area, buckets.length)
  const edge = (x: number): Shapes[number] => ({
    type: 'line',
    z: below,
    silent: true,
    shape: { x1: x, y1: area.top, x2: x, y2: area.bottom },
    style: { stroke: theme.warning, lineWidth: 1 },
  })
  return [
    {
      type: 'rect',
      z: below,
      silent: true,
      shape: { x: left, y: area.top, width: right - left, height: area.bottom - area.top },
      style: { fill: theme.warning, opacity: spanOpacity },
    },
    edge(left),
    edge(right),
  ]
}

function bandShapes({ points }: OverlayBand, ground: Ground): Shapes {
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
      z: below,
      silent: true,
      shape: { points: [...uppers, ...lowers.toReversed()] },
      style: { fill: theme.text, opacity: 0.1 },
    },
    ...[uppers, lowers].map((places) => polyline(places, edge, below)),
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

function changeShapes(changes: readonly OverlayChange[], ground: Ground): Shapes {
  const { area, theme } = ground
  const rows = flagRows(changes, ground)
  return changes.flatMap((change): Shapes => {
    const left = edgeOf(change.at, ground)
    if (left === null) return []
    const stem: Shapes[number] = {
      type: 'line',
      z: above,
      silent: true,
      shape: { x1: left, y1: area.top, x2: left, y2: area.bottom },
      style: { stroke: theme.text, lineWidth: 1 },
    }
    const row = rows.get(change)
    if (row === undefined) return [stem]
    return [stem, flag(change.label, { x: flagX(change, left, area), y: area.top + row * flagHeight }, theme)]
  })
}

const flagPadding = 4
const flagHeight = axisFontPx + 7

function flag(text: string, place: { x: number; y: number }, theme: ChartTheme): Shapes[number] {
  return {
    type: 'text',
    z: above + 1,
    silent: true,
    style: {
      ...place,
      text,
      fill: theme.background,
      backgroundColor: theme.text,
      padding: [2, flagPadding],
      // Without a font to measure, a server would make it too narrow.
      width: textWidth(text),
      lineHeight: axisFontPx + 2,
      fontSize: axisFontPx,
      fontFamily: theme.fontFamily,
    },
  }
}

const flagWidth = ({ label }: OverlayChange): number => textWidth(label) + 2 * flagPadding

/** The flag hangs on the right of its line, or on the left where it would leave the picture. */
const flagX = (change: OverlayChange, left: number, area: PlotArea): number =>
  left + flagWidth(change) > area.right ? left - flagWidth(change) : left

/** In which of two rows each flag hangs without covering another. With no room in either it has none: the table and the tooltip still tell of it. */
function flagRows(changes: readonly OverlayChange[], ground: Ground): Map<OverlayChange, number> {
  const ends = [0, 0]
  const rows = new Map<OverlayChange, number>()
  for (const change of changes) {
    const left = edgeOf(change.at, ground)
    if (left === null) continue
    const x = flagX(change, left, ground.area)
    const row = ends.findIndex((end) => end <= x)
    if (row === -1) continue
    ends[row] = x + flagWidth(change) + 2
    rows.set(change, row)
  }
  return rows
}

function markShapes({ at, value }: OverlayMark, ground: Ground): Shapes {
  const { background, text } = ground.theme
  return placesOf([{ at, value }], ground).map(([cx, cy]) => ({
    type: 'circle',
    z: above,
    silent: true,
    shape: { cx, cy, r: 4.5 },
    style: { fill: background, stroke: text, lineWidth: 1.5 },
  }))
}

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

/** Where a bucket begins in the picture; null when it is not shown. */
function edgeOf(at: string, { buckets, area }: Ground): number | null {
  const index = buckets.findIndex(({ from }) => from === Date.parse(at))
  return index === -1 ? null : bucketX(index, area, buckets.length).left
}
