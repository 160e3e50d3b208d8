import { type Points } from '../stats/present-points.ts'
import { lineCost } from './line-cost.ts'
import { MIN_SEGMENT } from './min-segment.ts'

/**
 * Moves each split, by at most `reach` points, to where the two straight lines beside it fit best.
 *
 * From the first split to the last, each between the one before it, already moved, and the one after it. Segments keep
 * at least 5 points.
 *
 * Returns the moved splits in ascending order. Splits come and go as indexes of the points.
 *
 * @example
 * refineSplits(points, [100], 20) // [93]
 */
export function refineSplits({ positions, values }: Points, splits: readonly number[], reach: number): number[] {
  const cost = lineCost(positions, values)
  const refined: number[] = []
  for (const [i, split] of splits.entries()) {
    const start = refined.at(-1) ?? 0
    const end = splits[i + 1] ?? values.length
    const costOf = (place: number) => cost(start, place) + cost(place, end)
    const last = Math.min(split + reach, end - MIN_SEGMENT)
    let best = split
    for (let place = Math.max(split - reach, start + MIN_SEGMENT); place <= last; place++) {
      if (costOf(place) < costOf(best)) best = place
    }
    refined.push(best)
  }
  return refined
}
