import { type Points } from '../stats/present-points.ts'

/**
 * The points from number `start` up to, not including, `end`; without `end` all from `start`. They share the memory of
 * the points they come from. Numbers beyond the ends stand for the ends.
 *
 * @example
 * slicePoints(presentPoints([5, 6, 7]), 1) // { positions: [1, 2], values: [6, 7] }
 */
export function slicePoints({ positions, values }: Points, start: number, end?: number): Points {
  return { positions: positions.subarray(start, end), values: values.subarray(start, end) }
}
