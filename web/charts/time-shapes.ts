import type { Canvas, ChartData } from './chart.ts'
import { plotArea, textWidth, bucketX, type PlotArea } from './geometry.ts'
import { flagRoom } from './overlay-labels.ts'
import { overlayShapes } from './overlay-shapes.ts'
import type { Shape } from './picture/shape.ts'
import { timeTicks } from './time-axis.ts'
import type { TimeFrame } from './time-frame.ts'
import { linesAcross } from './value-lines.ts'

/**
 * A chart over time: `draw` gives the series, between the axes with what lies below them, and the overlays. Buckets are all as
 * wide as each other, because days and months differ in length and a bar should not.
 *
 * @param softBands whether bands of what is usual lie over the series, which would hide them, or below
 */
export function timeShapes(
  data: ChartData,
  frame: TimeFrame,
  canvas: Canvas,
  { softBands, draw }: { softBands: 'over' | 'below'; draw: (area: PlotArea) => Shape[] },
): Shape[] {
  const { buckets, axis, unit } = frame
  const { theme } = canvas
  const area = plotArea(canvas, axis, unit, flagRoom(data.overlays))
  const { below, bands, above } = overlayShapes(data.overlays, { buckets, area, axis, theme })
  const series = draw(area)
  return [
    ...linesAcross(axis, unit, area, theme),
    ...timeAxis(frame, data.timezone, area, canvas),
    ...below,
    ...(softBands === 'over' ? [...series, ...bands] : [...bands, ...series]),
    ...above,
  ]
}

/** Most labels on the time axis; on a narrow picture fewer fit. */
const mostTicks = (width: number): number => (width < 480 ? 4 : 5)

const tickPx = 3

/** A line below the values, also where they cross zero, with the times that have a name. A label that would touch the one before is left out. */
function timeAxis({ buckets }: TimeFrame, timezone: string, area: PlotArea, { theme, width }: Canvas): Shape[] {
  const look = { stroke: theme.line, lineWidth: 1 }
  const y = Math.round(area.bottom) + 0.5
  const ticks = timeTicks(buckets, timezone, mostTicks(width)).map(({ index, label }) => {
    const { centre } = bucketX(index, area, buckets.length)
    return { x: Math.round(centre) + 0.5, label, half: textWidth(label) / 2 }
  })
  let free = 0
  return [
    {
      kind: 'line',
      points: [
        [area.left, y],
        [area.right, y],
      ],
      ...look,
    },
    ...ticks.flatMap(({ x, label, half }): Shape[] => {
      const tick: Shape = {
        kind: 'line',
        points: [
          [x, y],
          [x, y + tickPx],
        ],
        ...look,
      }
      const middle = Math.min(x, width - half)
      if (middle - half < free) return [tick]
      free = middle + half
      const place = { x: middle, y: area.bottom + 7, align: 'center', baseline: 'top' } as const
      return [tick, { kind: 'text', ...place, text: label, fill: theme.muted }]
    }),
  ]
}
