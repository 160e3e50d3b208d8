import type { DistanceMatrix } from './distance-matrix.ts'

/**
 * How well each point lies in its cluster: 1 when it is much closer to its own than to the nearest other cluster, 0 on the
 * border, negative when another cluster is closer.
 *
 * `(b - a) / max(a, b)`, a the mean distance to the others in its cluster, b the least mean distance to another cluster; 0
 * for a point that is alone. Reference: Rousseeuw (1987), "Silhouettes".
 *
 * Without unit. Fewer than two clusters are a RangeError.
 *
 * @example
 * silhouettes(distanceMatrix([[0], [1], [9], [10]]), [0, 0, 1, 1]) // [0.89, 0.88, 0.88, 0.89]
 */
export function silhouettes({ size, values }: DistanceMatrix, labels: readonly number[]): number[] {
  const counts = new Uint32Array(Math.max(...labels) + 1)
  for (const label of labels) counts[label]!++
  if (counts.length < 2) throw new RangeError(`a silhouette needs two clusters, not ${counts.length}`)

  return labels.map((own, point) => {
    if (counts[own] === 1) return 0
    const sums = new Float64Array(counts.length)
    for (let i = 0; i < size; i++) sums[labels[i]!]! += values[point * size + i]!
    const within = sums[own]! / (counts[own]! - 1)
    const between = sums.reduce(
      (least, sum, label) => (label === own ? least : Math.min(least, sum / counts[label]!)),
      Infinity,
    )
    const larger = Math.max(within, between)
    return larger === 0 ? 0 : (between - within) / larger
  })
}
