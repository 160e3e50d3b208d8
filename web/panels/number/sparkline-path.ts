import type { PanelPoint } from '../panel.ts'

/** Lines in a box of `width` x `height`: through values of buckets that are complete, and through those to which more can come. */
export type SparklinePath = { complete: string; incomplete: string }

/**
 * A line through the points, from left to right. A point without a value is a gap, and what stands alone is a short stroke.
 * The scale goes from 0, or from the lowest value where that is below, to the highest. Null with no value at all.
 *
 * @example sparklinePath([{ value: 0 … }, { value: 2 … }], { width: 10, height: 4 }) // { complete: 'M0 4L10 0', incomplete: '' }
 */
export function sparklinePath(
  points: readonly Pick<PanelPoint, 'value' | 'complete'>[],
  { width, height }: { width: number; height: number },
): SparklinePath | null {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]))
  if (values.length === 0) return null
  const lowest = Math.min(0, ...values)
  const extent = Math.max(0, ...values) - lowest || 1
  const step = points.length > 1 ? width / (points.length - 1) : 0
  const place = (index: number, value: number) =>
    `${round(index * step)} ${round(height - ((value - lowest) / extent) * height)}`
  const path: SparklinePath = { complete: '', incomplete: '' }
  points.forEach(({ value, complete }, index) => {
    if (value === null) return
    const line = complete ? 'complete' : 'incomplete'
    const [before, after] = [points[index - 1], points[index + 1]]
    if (before?.value != null) path[line] += `M${place(index - 1, before.value)}L${place(index, value)}`
    else if (after?.value == null) path[line] += `M${place(index, value)}h1`
  })
  return path
}

const round = (value: number): number => Math.round(value * 100) / 100
