import type { EChartsOption } from 'echarts'
import type { Canvas, ChartData, ChartOptions, Stacking, Unit } from './chart.ts'
import { axisFontPx, plotArea } from './geometry.ts'
import { flagRoom } from './overlay-labels.ts'
import { overlayShapes } from './overlay-shapes.ts'
import { highestWith, lowestWith } from './overlays.ts'
import { stackEnds, toBuckets, toShares, type Bucket } from './shape.ts'
import { summarise } from './summary.ts'
import { timeTicks } from './time-axis.ts'
import { valueAxis, type ValueAxis } from './value-axis.ts'
import { shortValue } from './value-format.ts'

/** What the option of every chart over time begins with: the values side by side as they are drawn, their axis and unit. */
export type TimeFrame = { buckets: readonly Bucket[]; axis: ValueAxis; unit: Unit; stacking: Stacking }

/** Up to the highest value, or stack, and down to the lowest; from 0 to 100 % for shares. */
export function timeFrame(data: ChartData, stacking: Stacking): TimeFrame {
  if (stacking === 'shares') {
    const axis = { bottom: 0, top: 1, step: 0.25 }
    return { buckets: toShares(toBuckets(data)), axis, unit: 'RATIO', stacking }
  }
  const buckets = toBuckets(data)
  const unit = data.series[0]?.unit ?? 'NONE'
  const { high, low } = stacking === 'stacked' ? stackBounds(buckets) : valueBounds(buckets)
  const axis = valueAxis(highestWith(data.overlays, high), unit, lowestWith(data.overlays, low))
  return { buckets, axis, unit, stacking }
}

type Bounds = { high: number; low: number }

function stackBounds(buckets: readonly Bucket[]): Bounds {
  return buckets
    .map(stackEnds)
    .reduce((all, ends) => ({ high: Math.max(all.high, ends.high), low: Math.min(all.low, ends.low) }), {
      high: 0,
      low: 0,
    })
}

function valueBounds(buckets: readonly Bucket[]): Bounds {
  const bounds = { high: 0, low: 0 }
  for (const { values } of buckets) {
    for (const value of values) {
      bounds.high = Math.max(bounds.high, value ?? 0)
      bounds.low = Math.min(bounds.low, value ?? 0)
    }
  }
  return bounds
}

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
      // The labels stay below, also where the values cross zero.
      axisLine: { onZero: false, lineStyle: { color: theme.line, width: 1 } },
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
      min: frame.axis.bottom,
      max: frame.axis.top,
      interval: frame.axis.step,
      axisLabel: { ...label, formatter: (value: number) => shortValue(value, frame.unit), margin: 6 },
      splitLine: { lineStyle: { color: theme.line, width: 1 } },
    },
  }
}
