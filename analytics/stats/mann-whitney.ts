import { normalTail } from './normal-tail.ts'

export type MannWhitney = {
  /** Pairs (a, b) with a > b, ties counting one half. */
  readonly u: number
  readonly pValue: number
}

/**
 * Mann-Whitney test (Wilcoxon rank sum): do the values of one sample tend to be larger than those of the other?
 *
 * Two-sided normal approximation with correction for ties and for continuity. `varianceInflation` multiplies the
 * variance of U: above 1 where neighbouring values resemble each other, as in most time series.
 *
 * Reference: Mann and Whitney (1947), "On a test of whether one of two random variables is stochastically larger".
 *
 * Units: `u` counts pairs. Either sample empty: `null`. All values equal: p-value 1. Not a number among them:
 * RangeError.
 *
 * @example
 * mannWhitney([1, 2, 3], [4, 5, 6]) // { u: 0, pValue: 0.0809 }
 */
export function mannWhitney(a: ArrayLike<number>, b: ArrayLike<number>, varianceInflation = 1): MannWhitney | null {
  if (!(varianceInflation >= 1)) throw new RangeError(`varianceInflation must be at least 1, not ${varianceInflation}`)
  if (a.length === 0 || b.length === 0) return null
  const sortedA = Float64Array.from(a).sort()
  const both = Float64Array.from([...sortedA, ...Float64Array.from(b)]).sort()
  // The sort puts NaN last.
  if (Number.isNaN(both.at(-1))) throw new RangeError('samples contain NaN')

  const { rankSum, tieTerm } = rankSumOf(sortedA, both)
  const n = both.length
  const u = rankSum - (a.length * (a.length + 1)) / 2
  const pairs = a.length * b.length
  const variance = (pairs / 12) * (n + 1 - tieTerm / (n * (n - 1))) * varianceInflation
  if (!(variance > 0)) return { u, pValue: 1 }
  return { u, pValue: normalTail(Math.max(0, Math.abs(u - pairs / 2) - 0.5) / Math.sqrt(variance)) }
}

function rankSumOf(sortedA: Float64Array, both: Float64Array): { rankSum: number; tieTerm: number } {
  let rankSum = 0
  let tieTerm = 0
  let nextA = 0
  for (let start = 0; start < both.length;) {
    let end = start + 1
    while (both[end] === both[start]) end++
    const rank = (start + 1 + end) / 2
    for (; sortedA[nextA] === both[start]; nextA++) rankSum += rank
    const ties = end - start
    tieTerm += ties ** 3 - ties
    start = end
  }
  return { rankSum, tieTerm }
}
