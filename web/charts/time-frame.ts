import type { ChartData, Stacking, Unit } from './chart.ts'
import { highestWith, lowestWith } from './overlays.ts'
import { stackEnds, toBuckets, toShares, type Bucket } from './shape.ts'
import { valueAxis, type ValueAxis } from './value-axis.ts'

/** What the picture of every chart over time begins with: the values side by side as they are drawn, their axis and unit. */
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
