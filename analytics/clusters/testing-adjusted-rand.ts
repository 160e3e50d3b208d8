/**
 * How well two partitions of the same points agree: 1 for equal ones, 0 for what chance gives.
 *
 * Reference: Hubert and Arabie (1985), "Comparing partitions".
 *
 * @example
 * adjustedRand([0, 0, 1, 1], [1, 1, 0, 0]) // 1
 */
export function adjustedRand(a: readonly number[], b: readonly number[]): number {
  const both = pairsWithin(a.map((label, i) => `${label} ${b[i]}`))
  const [inA, inB] = [pairsWithin(a), pairsWithin(b)]
  const byChance = (inA * inB) / pairs(a.length)
  return (both - byChance) / ((inA + inB) / 2 - byChance)
}

/** How many pairs of points have the same label. */
function pairsWithin(labels: readonly unknown[]): number {
  return [...Map.groupBy(labels, (label) => label).values()].reduce((sum, same) => sum + pairs(same.length), 0)
}

function pairs(count: number): number {
  return (count * (count - 1)) / 2
}
