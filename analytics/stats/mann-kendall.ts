export type MannKendall = {
  /** Pairs of points that rise less pairs that fall. */
  readonly s: number
  /** Kendall's tau-b between value and time, from -1 to 1; 0 when all values are equal. */
  readonly tau: number
  /** Of S, when neither trend nor autocorrelation is there; ties are counted. */
  readonly variance: number
}

/**
 * Mann-Kendall statistic: do values tend to rise or to fall from one end of a series to the other?
 *
 * S = sum over i < j of sign(x_j - x_i); its variance is (n (n - 1) (2 n + 5) - sum over ties of t (t - 1) (2 t + 5)) /
 * 18. Discordant pairs are counted while sorting, in n log n.
 *
 * References: Mann (1945), "Nonparametric tests against trend"; Kendall (1975), "Rank Correlation Methods"; Knight
 * (1966), "A computer method for calculating Kendall's tau with ungrouped data".
 *
 * Units: plain counts. Fewer than two values: `null`. NaN among them: RangeError.
 *
 * @example
 * mannKendall([1, 2, 4, 3]) // { s: 4, tau: 0.667, variance: 8.667 }
 */
export function mannKendall(values: ArrayLike<number>): MannKendall | null {
  const n = values.length
  if (n < 2) return null
  const sorted = Float64Array.from(values)
  const falling = sortCountingInversions(sorted)
  // The loop of the sort leaves NaN where it is.
  if (sorted.some(Number.isNaN)) throw new RangeError('values contain NaN')

  const pairs = (n * (n - 1)) / 2
  let equalPairs = 0
  let tieTerm = 0
  for (let start = 0; start < n;) {
    let end = start + 1
    while (sorted[end] === sorted[start]) end++
    const ties = end - start
    equalPairs += (ties * (ties - 1)) / 2
    tieTerm += ties * (ties - 1) * (2 * ties + 5)
    start = end
  }
  const s = pairs - equalPairs - 2 * falling
  return {
    s,
    tau: equalPairs === pairs ? 0 : s / Math.sqrt(pairs * (pairs - equalPairs)),
    variance: (n * (n - 1) * (2 * n + 5) - tieTerm) / 18,
  }
}

/** Merge sort in place; how many pairs stood in falling order. */
function sortCountingInversions(values: Float64Array): number {
  if (values.length < 2) return 0
  const left = values.slice(0, values.length >> 1)
  const right = values.slice(values.length >> 1)
  let inversions = sortCountingInversions(left) + sortCountingInversions(right)
  let i = 0
  let j = 0
  for (let k = 0; k < values.length; k++) {
    if (j === right.length || (i < left.length && left[i]! <= right[j]!)) {
      values[k] = left[i++]!
    } else {
      values[k] = right[j++]!
      inversions += left.length - i
    }
  }
  return inversions
}
