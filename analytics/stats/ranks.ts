/**
 * The rank of every value: 1 for the smallest; equal values share the mean of their ranks.
 *
 * Units: places in the order. Without values there are no ranks: empty. NaN among them: RangeError.
 *
 * @example
 * ranks([10, 30, 10]) // [1.5, 3, 1.5]
 */
export function ranks(values: ArrayLike<number>): Float64Array {
  const sorted = Float64Array.from(values).sort()
  // The sort puts NaN last.
  if (Number.isNaN(sorted.at(-1))) throw new RangeError('values contain NaN')
  const rankOf = new Map<number, number>()
  for (let start = 0; start < sorted.length;) {
    let end = start + 1
    while (sorted[end] === sorted[start]) end++
    rankOf.set(sorted[start]!, (start + 1 + end) / 2)
    start = end
  }
  return Float64Array.from(values, (value) => rankOf.get(value)!)
}
