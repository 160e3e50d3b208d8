import type { EChartsOption, LineSeriesOption } from 'echarts'
import { baseOption, timeFrame, type TimeFrame } from '../base-option.ts'
import type { Canvas, ChartData, ChartOptions } from '../chart.ts'
import { fillOf, lookOf } from '../series-look.ts'

/** Lines stand each by itself, unless told. */
export const lineFrame = (data: ChartData, { stacking = 'none' }: ChartOptions): TimeFrame => timeFrame(data, stacking)

/**
 * Lines over time. A bucket without a value is a gap, a value between two gaps is a dot, and the way to a bucket that is
 * not complete is dashed. More points than pixels are thinned out without losing their peaks.
 */
export function lineOption(data: ChartData, options: ChartOptions, canvas: Canvas): EChartsOption {
  const frame = lineFrame(data, options)
  const series = data.series.flatMap((one, place): LineSeriesOption[] => {
    const look = options.filled
      ? { colour: fillOf(one, place, canvas.theme), dash: 'solid' as const }
      : lookOf(one, place, canvas.theme)
    const values = frame.buckets.map((bucket) => bucket.values[place] ?? null)
    const parts = splitIncomplete(
      values,
      frame.buckets.map(({ complete }) => complete),
    )
    const style = { name: one.label, colour: look.colour, frame, filled: options.filled ?? false }
    const solid = { ...line(parts.complete, { ...style, dash: look.dash }), id: one.id }
    if (parts.incomplete.every((value) => value === null)) return [solid]
    return [solid, { ...line(parts.incomplete, { ...style, dash: 'incomplete' }), id: `${one.id} incomplete` }]
  })
  return { ...baseOption(data, options, canvas, frame), series }
}

type LineStyle = {
  name: string
  colour: string
  dash: 'solid' | 'dashed' | 'dotted' | 'incomplete'
  frame: TimeFrame
  filled: boolean
}

function line(values: (number | null)[], { name, colour, dash, frame, filled }: LineStyle): LineSeriesOption {
  const stacked = frame.stacking !== 'none'
  const data = values.map((value, index) =>
    value === null ? '-' : isAlone(values, index) ? { value, symbol: 'circle' } : value,
  )
  const opacity = (stacked ? 0.5 : 0.16) / (dash === 'incomplete' ? 2 : 1)
  return {
    type: 'line',
    name,
    silent: true,
    connectNulls: false,
    sampling: 'lttb',
    symbol: 'none',
    symbolSize: 5,
    // Comparing symbols one by one takes longer than all the rest, and most lines have none.
    showSymbol: data.some((value) => typeof value === 'object'),
    showAllSymbol: true,
    itemStyle: { color: colour },
    lineStyle: { color: colour, width: 1.5, type: dash === 'incomplete' ? [4, 3] : dash },
    ...(stacked ? { stack: dash === 'incomplete' ? 'incomplete' : 'complete' } : {}),
    ...(filled ? { areaStyle: { color: colour, opacity } } : {}),
    data,
  }
}

const isAlone = (values: readonly (number | null)[], index: number): boolean =>
  (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null

/**
 * A line in two: the values of complete buckets, and those of incomplete ones with their neighbours, so that the two
 * lines meet. Null where a part has nothing to draw.
 *
 * @example splitIncomplete([1, 2, 3], [true, true, false]) // { complete: [1, 2, null], incomplete: [null, 2, 3] }
 */
export function splitIncomplete(
  values: readonly (number | null)[],
  complete: readonly boolean[],
): { complete: (number | null)[]; incomplete: (number | null)[] } {
  const isOpen = (index: number): boolean => complete[index] === false && (values[index] ?? null) !== null
  return {
    complete: values.map((value, i) => (complete[i] === false ? null : value)),
    incomplete: values.map((value, i) => (isOpen(i) || isOpen(i - 1) || isOpen(i + 1) ? value : null)),
  }
}
