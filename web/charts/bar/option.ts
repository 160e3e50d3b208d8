import type { BarSeriesOption, EChartsOption } from 'echarts'
import { baseOption, timeFrame, type TimeFrame } from '../base-option.ts'
import type { Canvas, ChartData, ChartOptions } from '../chart.ts'
import { barGap } from '../geometry.ts'
import { lookOf } from '../series-look.ts'
import type { Bucket } from '../shape.ts'
import type { ValueAxis } from '../value-axis.ts'

/** Bars stand on each other, unless told. */
export const barFrame = (data: ChartData, { stacking = 'stacked' }: ChartOptions): TimeFrame =>
  timeFrame(data, stacking)

/**
 * Bars over time: stacked, the first series at the bottom, or side by side, the first one left. Buckets that are not
 * complete are hatched, a bucket without values is a gap. Bars take the colour of their status, or of their place.
 */
export function barOption(data: ChartData, options: ChartOptions, canvas: Canvas): EChartsOption {
  const frame = barFrame(data, options)
  const { buckets, axis, stacking } = frame
  const gapFrom = leastValueWithGap(buckets.length, canvas, axis)
  const series = data.series.map((one, place): BarSeriesOption => {
    return {
      type: 'bar',
      id: one.id,
      name: one.label,
      ...(stacking === 'none' ? { barGap: '0%' } : { stack: 'all', barMaxWidth: 48 }),
      barCategoryGap: `${100 * barGap(buckets.length)}%`,
      silent: true,
      itemStyle: { color: lookOf(one, place, canvas.theme).colour },
      data: buckets.map((bucket) => bar(bucket, bucket.values[place] ?? null, { canvas, gapFrom })),
    }
  })
  return { ...baseOption(data, options, canvas, frame), series }
}

type BarLook = { canvas: Canvas; gapFrom: number }

function bar(bucket: Bucket, value: number | null, { canvas, gapFrom }: BarLook) {
  if (value === null || value === 0) return '-'
  const ground = canvas.theme.background
  const gap = value >= gapFrom ? { borderColor: ground, borderWidth: 0.75 } : {}
  return { value, itemStyle: { ...gap, ...(bucket.complete ? {} : { decal: hatching(ground) }) } }
}

/**
 * The least value whose segment gets a line of the ground around it, since not everyone tells the colours of a stack
 * apart. Segments thinner than 5 px, and bars thinner than 6 px, would be eaten by that line.
 */
function leastValueWithGap(count: number, canvas: Canvas, axis: ValueAxis): number {
  return canvas.width / Math.max(1, count) < 6
    ? Number.POSITIVE_INFINITY
    : ((axis.top - axis.bottom) * 5) / canvas.height
}

/** Thin slanting lines of the ground. A new object each time: ECharts writes into it. */
function hatching(color: string) {
  return { symbol: 'rect', color, dashArrayX: [1, 0], dashArrayY: [2, 3], rotation: -Math.PI / 4 }
}
