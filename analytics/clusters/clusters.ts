import { mean } from 'simple-statistics'
import { type DistanceMatrix, distanceMatrix } from './distance-matrix.ts'
import { labelsAfter } from './labels-after.ts'
import { silhouettes } from './silhouettes.ts'
import { wardLinkage } from './ward-linkage.ts'

/** Points that are alike. */
export interface Cluster {
  /** Indices of its points. */
  members: readonly number[]
  /** The member that is closest to the others: an example of the cluster. */
  medoid: number
  /** Mean silhouette of its members; null when there is one cluster only. */
  silhouette: number | null
}

/** More groups than this are no overview. */
const MOST_CLUSTERS = 12
/** Points of one kind fall apart by chance: 15 pipelines of one shape reach .6 in 0 to 14 of 100 cases, and .5 in up to 55. */
const LEAST_SILHOUETTE = 0.6
/** Cuts that reach this part of the best mean silhouette are as good: what parts two of many clusters changes it little. */
const AS_GOOD = 0.95

/**
 * Groups of points that are alike, the largest first: Ward's hierarchical clustering, cut into 2 to 12 clusters: as many as
 * possible of those cuts whose mean silhouette is about the best. One cluster with all points when none reaches .6.
 *
 * Reference: Ward (1963), "Hierarchical grouping to optimize an objective function"; Rousseeuw (1987), "Silhouettes".
 *
 * Without points: an empty list. Coordinates that are not finite are a RangeError.
 *
 * @example
 * clusters([[0], [1], [9], [10], [11]])
 * // [{ members: [2, 3, 4], medoid: 3, silhouette: 0.86 }, { members: [0, 1], medoid: 0, silhouette: 0.89 }]
 */
export function clusters(points: readonly ArrayLike<number>[]): Cluster[] {
  if (points.length === 0) return []
  const distances = distanceMatrix(points)
  if (!distances.values.every(Number.isFinite)) throw new RangeError('points have coordinates that are not finite')

  const cuts = cutsOf(distances)
  const best = Math.max(...cuts.map((cut) => mean(cut.silhouettes)))
  const chosen = cuts.findLast((cut) => mean(cut.silhouettes) >= AS_GOOD * best)
  if (best < LEAST_SILHOUETTE || !chosen) {
    const all = [...points.keys()]
    return [{ members: all, medoid: medoidOf(all, distances), silhouette: null }]
  }
  const members = Map.groupBy(points.keys(), (point) => chosen.labels[point]!)
  return [...members.values()]
    .map((points) => ({
      members: points,
      medoid: medoidOf(points, distances),
      silhouette: mean(points.map((point) => chosen.silhouettes[point]!)),
    }))
    .toSorted((a, b) => b.members.length - a.members.length)
}

/** The tree of clusters, cut into 2, 3 ... of them. */
function cutsOf(distances: DistanceMatrix): { labels: number[]; silhouettes: number[] }[] {
  const merges = wardLinkage(distances)
  const most = Math.min(MOST_CLUSTERS, distances.size - 1)
  return Array.from({ length: Math.max(0, most - 1) }, (_, i) => {
    const labels = labelsAfter(merges.slice(0, distances.size - i - 2), distances.size)
    return { labels, silhouettes: silhouettes(distances, labels) }
  })
}

function medoidOf(points: readonly number[], { size, values }: DistanceMatrix): number {
  const total = (point: number) => points.reduce((sum, other) => sum + values[point * size + other]!, 0)
  return points.reduce((best, point) => (total(point) < total(best) ? point : best))
}
