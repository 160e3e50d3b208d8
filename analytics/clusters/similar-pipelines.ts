import { ASPECTS, type Aspect, type Behaviour, type BehaviourVector, FEWEST_PIPELINES } from './behaviour.ts'
import { behaviourVectors } from './behaviour-vectors.ts'
import { euclideanDistance } from './euclidean-distance.ts'

/** Another pipeline, and how much it is like the one in question. */
export interface Neighbour {
  /** Of the behaviour in the list. */
  index: number
  /** 1 for the same behaviour; two pipelines that have nothing to do with each other have about .14. */
  similarity: number
  /** The same in each aspect, the most alike first. The similarity is their geometric mean. */
  aspects: readonly { aspect: Aspect; similarity: number }[]
}

/**
 * The pipelines that behave most like one of them, and in what, the most alike first.
 *
 * The similarity in an aspect is `exp(-d^2)`, d the Euclidean distance of the `behaviourVectors` (a Gaussian kernel); that
 * of pipelines is the geometric mean over the aspects.
 *
 * Without unit. Returns `null` for fewer than three pipelines, and fewer than `count` when there are no more others. An
 * `index` out of the list is a RangeError.
 *
 * @example
 * similarPipelines(behaviours, 0, 1)
 * // [{ index: 7, similarity: 0.93, aspects: [{ aspect: 'failures', similarity: 0.99 }, { aspect: 'hours', similarity: 0.95 }, ...] }]
 */
export function similarPipelines(behaviours: readonly Behaviour[], index: number, count: number): Neighbour[] | null {
  const vectors = behaviourVectors(behaviours)
  const subject = vectors[index]
  if (!subject) throw new RangeError(`no behaviour with the index ${index}`)
  if (vectors.length < FEWEST_PIPELINES) return null
  return vectors
    .map((vector, i) => neighbour(subject, vector, i))
    .filter((other) => other.index !== index)
    .toSorted((a, b) => b.similarity - a.similarity)
    .slice(0, count)
}

function neighbour(subject: BehaviourVector, vector: BehaviourVector, index: number): Neighbour {
  const aspects = ASPECTS.map((aspect) => {
    return { aspect, similarity: Math.exp(-(euclideanDistance(subject[aspect], vector[aspect]) ** 2)) }
  })
  return {
    index,
    similarity: aspects.reduce((product, { similarity }) => product * similarity, 1) ** (1 / aspects.length),
    aspects: aspects.toSorted((a, b) => b.similarity - a.similarity),
  }
}
