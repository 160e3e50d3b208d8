import { type Points } from '../stats/present-points.ts'

/**
 * Fewer points with the same course: the means of blocks of `size` neighbouring points, the last block being as long as
 * what is left.
 *
 * A `size` of 1 copies the points. A size that is not a whole number from 1 up: RangeError. No points stay no points.
 *
 * @example
 * coarsen({ positions: Float64Array.of(0, 1, 2), values: Float64Array.of(4, 6, 9) }, 2)
 * // { positions: [0.5, 2], values: [5, 9] }
 */
export function coarsen({ positions, values }: Points, size: number): Points {
  if (!(Number.isInteger(size) && size >= 1)) throw new RangeError(`size must be a whole number from 1 up, not ${size}`)
  return { positions: blockMeans(positions, size), values: blockMeans(values, size) }
}

function blockMeans(values: Float64Array, size: number): Float64Array {
  return Float64Array.from({ length: Math.ceil(values.length / size) }, (_, block) => {
    const inBlock = values.subarray(block * size, (block + 1) * size)
    return inBlock.reduce((sum, value) => sum + value, 0) / inBlock.length
  })
}
