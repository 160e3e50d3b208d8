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
    // Kept in order while it moves on, which is cheaper than to sort it at each point.
    const window = Array.from(values.subarray(start, Math.min(end, start + reach))).sort((a, b) => a - b)
    for (let i = start; i < end; i++) {
      if (i + reach < end) window.splice(placeOf(values[i + reach]!, window), 0, values[i + reach]!)
      if (i - reach > start) window.splice(placeOf(values[i - reach - 1]!, window), 1)
      levels[i] = medianSorted(window)
    }
  }
  return levels
}

/** The first place in numbers in order at which there is none below this one. */
function placeOf(value: number, sorted: readonly number[]): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}
