import type { Canvas, ChartData, ChartOptions } from '../chart.ts'
import { barGap, bucketX, yOfValue, type PlotArea } from '../geometry.ts'
import { hatching } from '../picture/hatching.ts'
import type { Outline } from '../picture/outline.ts'
import type { Shape } from '../picture/shape.ts'
import { fillOf } from '../series-look.ts'
import { stackEnds, type Bucket } from '../shape.ts'
import { stackSpans } from '../stack.ts'
import { timeFrame, type TimeFrame } from '../time-frame.ts'
import { timeShapes } from '../time-shapes.ts'

/** Bars stand on each other, unless told. */
export const barFrame = (data: ChartData, { stacking = 'stacked' }: ChartOptions): TimeFrame =>
  timeFrame(data, stacking)

/**
 * Bars over time: stacked, the first series at the bottom, or side by side, the first one left. Buckets that are not
 * complete are hatched, a bucket without values is a gap. Bars take the colour of their status, or of their place.
 */
export function barShapes(data: ChartData, options: ChartOptions, canvas: Canvas): Shape[] {
  const frame = barFrame(data, options)
  const fills = data.series.map((one, place) => fillOf(one, place, canvas.theme))
  const draw = (area: PlotArea) =>
    tallest(frame.buckets, area).flatMap((index) => bucketShapes(index, { frame, area, fills, canvas }))
  return timeShapes(data, frame, canvas, { softBands: 'over', draw })
}

/** Which buckets are drawn: of more than two for a pixel, the one that reaches farthest in each column of pixels. */
function tallest(buckets: readonly Bucket[], area: PlotArea): number[] {
  const columns = Math.max(1, Math.ceil(area.right - area.left))
  if (buckets.length <= 2 * columns) return [...buckets.keys()]
  const kept = new Array<{ index: number; reach: number } | undefined>(columns).fill(undefined)
  for (const [index, bucket] of buckets.entries()) {
    const { high, low } = stackEnds(bucket)
    const column = Math.floor((index / buckets.length) * columns)
    if (high - low > (kept[column]?.reach ?? 0)) kept[column] = { index, reach: high - low }
  }
  return kept.flatMap((column) => (column ? [column.index] : []))
}

type Ground = { frame: TimeFrame; area: PlotArea; fills: readonly string[]; canvas: Canvas }

function bucketShapes(index: number, { frame, area, fills, canvas }: Ground): Shape[] {
  const { buckets, axis, stacking } = frame
  const bucket = buckets[index]
  if (!bucket) return []
  const ground = canvas.theme.background
  // Values of a frame of shares are shares already.
  const spans = stackSpans(bucket.values, stacking === 'none' ? 'none' : 'stacked')
  return spans.flatMap((span, place): Shape[] => {
    if (!span || span.from === span.to) return []
    const [a, b] = [yOfValue(span.from, area, axis), yOfValue(span.to, area, axis)]
    const box: Box = {
      kind: 'box',
      ...sides(index, place, { frame, area }),
      top: Math.min(a, b),
      height: Math.abs(a - b),
    }
    const gap = Math.min(box.width, box.height) >= leastGapPx ? { stroke: ground, lineWidth: 1.5 } : {}
    return [{ ...box, fill: fills[place], ...gap }, ...(bucket.complete ? [] : hatching(box, ground))]
  })
}

type Box = Extract<Outline, { kind: 'box' }>

/** Thicker segments get a line of the ground around them, since not everyone tells the colours of a stack apart; thinner ones would be eaten by it. */
const leastGapPx = 5

const mostStackPx = 48
/** A bar thinner than this would flicker as a picture of many is resized. */
const leastPx = 1

function sides(
  index: number,
  place: number,
  { frame, area }: Pick<Ground, 'frame' | 'area'>,
): Pick<Box, 'left' | 'width'> {
  const { buckets, stacking } = frame
  const { left, right, centre } = bucketX(index, area, buckets.length)
  const room = (right - left) * (1 - barGap(buckets.length))
  if (stacking !== 'none') {
    const width = Math.max(leastPx, Math.min(mostStackPx, room))
    return { left: centre - width / 2, width }
  }
  const width = room / Math.max(1, buckets[index]?.values.length ?? 0)
  return { left: centre - room / 2 + place * width, width }
}
