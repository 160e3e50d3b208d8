/** Measured points in ascending order of their place on the time axis; none is missing. */
export type Points = { readonly positions: Float64Array; readonly values: Float64Array }

/**
 * The points of a series that are not missing, with their indexes as positions.
 *
 * NaN and infinite values are missing. Without any point both arrays are empty.
 *
 * @example
 * presentPoints([3, NaN, 5]) // { positions: [0, 2], values: [3, 5] }
 */
export function presentPoints(values: ArrayLike<number>): Points {
  const positions = Float64Array.from({ length: values.length }, (_, i) => i).filter((i) => Number.isFinite(values[i]))
  return { positions, values: positions.map((i) => values[i]!) }
}
