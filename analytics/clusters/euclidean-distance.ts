/**
 * The length of the straight line between two points.
 *
 * `sqrt(sum((a - b)^2))`, in the unit of the coordinates. Points of different dimensions are a RangeError.
 *
 * @example
 * euclideanDistance([0, 0], [3, 4]) // 5
 */
export function euclideanDistance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) throw new RangeError(`${a.length} coordinates, and ${b.length}`)
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i]! - b[i]!) ** 2
  return Math.sqrt(sum)
}
