import type { Canvas, ChartData, ChartOptions } from '../chart.ts'
import { bucketX, yOfValue, type PlotArea } from '../geometry.ts'
import type { Place } from '../picture/outline.ts'
import type { Paint, Shape } from '../picture/shape.ts'
import { runsOf, thinOut, type PlaceOrGap } from '../picture/thin-out.ts'
import { fillOf, lookOf } from '../series-look.ts'
import { stackSpans, type ValueSpan } from '../stack.ts'
import { timeFrame, type TimeFrame } from '../time-frame.ts'
import { timeShapes } from '../time-shapes.ts'

/** Lines stand each by itself, unless told. */
export const lineFrame = (data: ChartData, { stacking = 'none' }: ChartOptions): TimeFrame => timeFrame(data, stacking)

/**
 * Lines over time. A bucket without a value is a gap, a value between two gaps is a dot, and the way to a bucket that is
 * not complete is dashed. More points than pixels are thinned out without losing their peaks.
 */
export function lineShapes(data: ChartData, options: ChartOptions, canvas: Canvas): Shape[] {
  const frame = lineFrame(data, options)
  const { buckets, stacking } = frame
  // Values of a frame of shares are shares already.
  const spans = buckets.map(({ values }) => stackSpans(values, stacking === 'none' ? 'none' : 'stacked'))
  const complete = buckets.map((bucket) => bucket.complete)
  const draw = (area: PlotArea): Shape[] => {
    const parts = data.series.flatMap((one, place) => {
      const look = options.filled
        ? { colour: fillOf(one, place, canvas.theme), dash: 'solid' as const }
        : lookOf(one, place, canvas.theme)
      const split = splitIncomplete(
        spans.map((bucket) => bucket[place] ?? null),
        complete,
      )
      const style = { colour: look.colour, frame, area, isFilled: options.filled ?? false }
      return [
        linePart(split.complete, { ...style, dash: look.dash }),
        linePart(split.incomplete, { ...style, dash: 'incomplete' }),
      ]
    })
    // Of a stack no area may hide the line of another.
    return [...parts.flatMap(({ areas }) => areas), ...parts.flatMap(({ lines }) => lines)]
  }
  return timeShapes(data, frame, canvas, { softBands: 'below', draw })
}

const lineWidth = 1.5
const dotRadius = 2.5

const dashes = { solid: undefined, dashed: [6, 3], dotted: [1.5, 1.5], incomplete: [4, 3] } as const

type LineStyle = { colour: string; dash: keyof typeof dashes; frame: TimeFrame; area: PlotArea; isFilled: boolean }

function linePart(spans: readonly (ValueSpan | null)[], style: LineStyle): { areas: Shape[]; lines: Shape[] } {
  const { colour, dash, frame, isFilled } = style
  const ends = runsOf(placesOf(spans, 'to', style))
  const opacity = (frame.stacking === 'none' ? 0.16 : 0.5) / (dash === 'incomplete' ? 2 : 1)
  const feet = isFilled ? runsOf(placesOf(spans, 'from', style)) : []
  return {
    areas: feet.map((foot, index) => ({
      kind: 'area',
      points: [...(ends[index] ?? []), ...foot.toReversed()],
      fill: colour,
      opacity,
    })),
    lines: ends.map((run) => runShape(run, { stroke: colour, lineWidth, lineDash: dashes[dash] })),
  }
}

/** A line, or a dot where one place stands alone. */
function runShape(points: readonly Place[], paint: Paint): Shape {
  const [only] = points
  if (!only || points.length > 1) return { kind: 'line', points, ...paint }
  return { kind: 'dot', x: only[0], y: only[1], radius: dotRadius, fill: paint.stroke }
}

/** The middles of the buckets, at one end of what is drawn in them. */
function placesOf(
  spans: readonly (ValueSpan | null)[],
  end: 'from' | 'to',
  { frame: { axis }, area }: LineStyle,
): readonly PlaceOrGap[] {
  const places = spans.map((span, index): PlaceOrGap => {
    return span ? [bucketX(index, area, spans.length).centre, yOfValue(span[end], area, axis)] : null
  })
  return thinOut(places, area.left, area.right)
}

/**
 * A line in two: what complete buckets have, and what incomplete ones have with their neighbours, so that the two lines meet.
 * Null where a part has nothing to draw.
 *
 * @example splitIncomplete([1, 2, 3], [true, true, false]) // { complete: [1, 2, null], incomplete: [null, 2, 3] }
 */
export function splitIncomplete<T>(
  values: readonly (T | null)[],
  complete: readonly boolean[],
): { complete: (T | null)[]; incomplete: (T | null)[] } {
  const isOpen = (index: number): boolean => complete[index] === false && (values[index] ?? null) !== null
  return {
    complete: values.map((value, i) => (complete[i] === false ? null : value)),
    incomplete: values.map((value, i) => (isOpen(i) || isOpen(i - 1) || isOpen(i + 1) ? value : null)),
  }
}
