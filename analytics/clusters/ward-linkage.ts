import type { DistanceMatrix } from './distance-matrix.ts'

/** Two clusters become one. Each is named by one of its points. */
export interface Merge {
  a: number
  b: number
  /** How far they were apart: the root of twice the growth of the sum of squares within clusters. */
  distance: number
}

/**
 * Ward's hierarchical clustering: from single points on, always the two clusters are merged that enlarge the sum of squared
 * distances to the centres least. Merges come from the nearest to the farthest; after the first n - k of them there are
 * k clusters.
 *
 * By the nearest-neighbour chain, in the time and space of the distance matrix, with the update of Lance and Williams:
 * `d(k, a + b)^2 = ((nk + na) d(k, a)^2 + (nk + nb) d(k, b)^2 - nk d(a, b)^2) / (nk + na + nb)`. Reference: Ward (1963);
 * Murtagh and Contreras (2012), "Algorithms for hierarchical clustering". The same distances as scipy's `linkage`.
 *
 * In the unit of the distances. Fewer than two points: an empty list.
 *
 * @example
 * wardLinkage(distanceMatrix([[0], [1], [9]])) // [{ a: 0, b: 1, distance: 1 }, { a: 1, b: 2, distance: 9.81 }]
 */
export function wardLinkage({ size, values }: DistanceMatrix): Merge[] {
  const squares = values.map((distance) => distance ** 2)
  const counts = new Uint32Array(size).fill(1)
  const merges: Merge[] = []
  const chain: number[] = []
  while (merges.length < size - 1) {
    if (chain.length === 0) chain.push(counts.findIndex((count) => count > 0))
    const tip = chain.at(-1)!
    const nearest = nearestCluster(tip, chain.at(-2), { squares, counts })
    if (nearest !== chain.at(-2)) {
      chain.push(nearest)
      continue
    }
    chain.length -= 2
    merges.push({
      a: Math.min(tip, nearest),
      b: Math.max(tip, nearest),
      distance: Math.sqrt(squares[tip * size + nearest]!),
    })
    mergeInto(tip, nearest, { squares, counts })
  }
  return merges.toSorted((x, y) => x.distance - y.distance)
}

interface Clusters {
  squares: Float64Array
  /** Points in each cluster, 0 for one that was merged into another. */
  counts: Uint32Array
}

/** Of equally near ones the one before in the chain, so that the chain ends. */
function nearestCluster(tip: number, before: number | undefined, { squares, counts }: Clusters): number {
  const size = counts.length
  let nearest = before ?? -1
  let least = before === undefined ? Infinity : squares[tip * size + before]!
  for (let i = 0; i < size; i++) {
    if (i === tip || counts[i] === 0) continue
    const square = squares[tip * size + i]!
    if (square < least || nearest === -1) {
      least = square
      nearest = i
    }
  }
  return nearest
}

function mergeInto(a: number, b: number, { squares, counts }: Clusters): void {
  const size = counts.length
  const na = counts[a]!
  const nb = counts[b]!
  const between = squares[a * size + b]!
  for (let k = 0; k < size; k++) {
    const nk = counts[k]!
    if (nk === 0 || k === a || k === b) continue
    const square =
      ((nk + na) * squares[a * size + k]! + (nk + nb) * squares[b * size + k]! - nk * between) / (nk + na + nb)
    squares[b * size + k] = square
    squares[k * size + b] = square
  }
  counts[b] = na + nb
  counts[a] = 0
}
