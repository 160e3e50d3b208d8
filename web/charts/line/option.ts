import type { EChartsOption, LineSeriesOption } from 'echarts'
import { baseOption } from '../base-option.ts'
import type { Canvas, ChartData, ChartOptions, Unit } from '../chart.ts'
import { highestWith } from '../overlays.ts'
import { seriesLook } from '../palette.ts'
import { toBuckets } from '../shape.ts'
import type { Bucket } from '../shape.ts'
import { valueAxis } from '../value-axis.ts'
import type { ValueAxis } from '../value-axis.ts'

/** The value axis of lines: up to the highest value. */
export function lineAxis({ overlays }: ChartData, buckets: readonly Bucket[], unit: Unit): ValueAxis {
  const highest = Math.max(0, ...buckets.flatMap(({ values }) => values.map((value) => value ?? 0)))
  return valueAxis(highestWith(overlays, highest), unit)
}

/**
 * Lines over time. A bucket without a value is a gap, a value between two gaps is a dot, and the way to a bucket that is
 * not complete is dashed.
 */
export function lineOption(data: ChartData, options: ChartOptions, canvas: Canvas): EChartsOption {
  const buckets = toBuckets(data)
  const unit = data.series[0]?.unit ?? 'NONE'
  const axis = lineAxis(data, buckets, unit)
  const series = data.series.flatMap((one, place): LineSeriesOption[] => {
    const look = seriesLook(one.place ?? place, canvas.theme.name)
    const colour = one.status ? canvas.theme.status[one.status] : look.colour
    const values = buckets.map((bucket) => bucket.values[place] ?? null)
    const parts = splitIncomplete(
      values,
      buckets.map(({ complete }) => complete),
    )
    const solid = line(one.label, colour, look.dash, parts.complete)
    if (parts.incomplete.every((value) => value === null)) return [{ ...solid, id: one.id }]
    const dashed = line(one.label, colour, 'dashed', parts.incomplete)
    return [
      { ...solid, id: one.id },
      { ...dashed, id: `${one.id} incomplete` },
    ]
  })
  return { ...baseOption(data, options, canvas, { buckets, axis, unit }), series }
}

function line(
  name: string,
  color: string,
  type: 'solid' | 'dashed' | 'dotted',
  values: (number | null)[],
): LineSeriesOption {
  return {
    type: 'line',
    name,
    silent: true,
    connectNulls: false,
    symbol: 'circle',
    symbolSize: 5,
    showSymbol: true,
    showAllSymbol: true,
    itemStyle: { color },
    lineStyle: { color, width: 1.5, type: type === 'dashed' ? [4, 3] : type },
    data: values.map((value, index) =>
      value === null ? '-' : isAlone(values, index) ? value : { value, symbol: 'none' },
    ),
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
