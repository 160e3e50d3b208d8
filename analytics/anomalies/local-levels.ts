import { medianSorted } from 'simple-statistics'

/**
 * The level around each point: the median of the points at most `reach` away, on the same side of each shift.
 *
 * In the unit of the values, which are without NaN. `shifts` are the first points of new levels, in order.
 *
 * @example
 * localLevels([1, 1, 9, 1, 5, 5, 5, 5], 2, [4]) // [1, 1, 1, 1, 5, 5, 5, 5]
 */
export function localLevels(values: Float64Array, reach: number, shifts: readonly number[]): Float64Array {
  const levels = new Float64Array(values.length)
  const bounds = [0, ...shifts, values.length]
  for (let part = 0; part + 1 < bounds.length; part++) {
    const [start, end] = [bounds[part]!, bounds[part + 1]!]
    for (let i = start; i < end; i++) {
      const window = values.slice(Math.max(start, i - reach), Math.min(end, i + reach + 1)).sort()
      levels[i] = medianSorted(window as unknown as number[])
    }
  }
  return levels
}
