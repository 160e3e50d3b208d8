import type { EChartsOption } from 'echarts'
import type { Canvas, ChartData, ChartOptions, Unit } from './chart.ts'
import { axisFontPx, plotArea } from './geometry.ts'
import { flagRoom } from './overlay-labels.ts'
import { overlayShapes } from './overlay-shapes.ts'
import type { Bucket } from './shape.ts'
import { summarise } from './summary.ts'
import { timeTicks } from './time-axis.ts'
import type { ValueAxis } from './value-axis.ts'
import { shortValue } from './value-format.ts'

/** What the option of every chart over time begins with: the data side by side, its axis and its unit. */
export type TimeFrame = { buckets: readonly Bucket[]; axis: ValueAxis; unit: Unit }

/** Most labels on the time axis; on a narrow picture fewer fit. */
const mostTicks = (width: number): number => (width < 480 ? 4 : 5)

/**
 * Axes, grid, description and overlays that all charts over time share. Buckets stand side by side as categories, because days and
 * months differ in length and a bar should not.
 */
export function baseOption(data: ChartData, options: ChartOptions, canvas: Canvas, frame: TimeFrame): EChartsOption {
  const { theme } = canvas
  const area = plotArea(canvas, frame.axis, frame.unit, flagRoom(data.overlays))
  const labels = new Map(
    timeTicks(frame.buckets, data.timezone, mostTicks(canvas.width)).map(({ index, label }) => [index, label]),
  )
  const isTick = (index: number): boolean => labels.has(index)
  const label = { color: theme.muted, fontSize: axisFontPx, fontFamily: theme.fontFamily }
  return {
    animation: false,
    aria: { enabled: true, label: { description: summarise(data, options) } },
    graphic: overlayShapes(data.overlays, { buckets: frame.buckets, area, axis: frame.axis, theme }),
    grid: {
      left: area.left,
      right: canvas.width - area.right,
      top: area.top,
      bottom: canvas.height - area.bottom,
      // Overlays and the pointer are placed by the same area: it may not shrink for the labels of an axis.
      outerBoundsMode: 'none',
    },
    xAxis: {
      type: 'category',
      data: frame.buckets.map(({ from }) => String(from)),
      axisLine: { lineStyle: { color: theme.line, width: 1 } },
      axisTick: { interval: isTick, alignWithLabel: true, length: 3, lineStyle: { color: theme.line } },
      axisLabel: {
        ...label,
        interval: isTick,
        formatter: (_: string, index: number) => labels.get(index) ?? '',
        hideOverlap: true,
        margin: 7,
      },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: frame.axis.top,
      interval: frame.axis.step,
      axisLabel: { ...label, formatter: (value: number) => shortValue(value, frame.unit), margin: 6 },
      splitLine: { lineStyle: { color: theme.line, width: 1 } },
    },
  }
}
