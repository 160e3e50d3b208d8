import { ASPECTS, type Behaviour, FEWEST_PIPELINES } from './behaviour.ts'
import { behaviourVectors } from './behaviour-vectors.ts'
import { type Cluster, clusters } from './clusters.ts'

/**
 * Groups of pipelines that behave alike, the largest first: `clusters` of the `behaviourVectors`.
 *
 * Returns `null` for fewer than three pipelines.
 *
 * @example
 * pipelineClusters(behaviours) // [{ members: [0, 2, 5], medoid: 2, silhouette: 0.71 }, { members: [1, 3], ... }]
 */
export function pipelineClusters(behaviours: readonly Behaviour[]): Cluster[] | null {
  if (behaviours.length < FEWEST_PIPELINES) return null
  return clusters(behaviourVectors(behaviours).map((vector) => ASPECTS.flatMap((aspect) => vector[aspect])))
}
