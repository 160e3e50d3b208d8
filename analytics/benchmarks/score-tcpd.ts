import { mean } from 'simple-statistics'

/** What the annotators of a series marked: one list of indexes (first point of the new regime) for each annotator. */
export type ChangeAnnotations = readonly (readonly number[])[]

export type ChangeScore = { readonly f1: number; readonly cover: number }

const TOLERANCE = 5

/**
 * How well predicted change points agree with those of several annotators.
 *
 * Index 0 is added to the prediction X and to each annotator's list T_k. A true point matches the nearest unused
 * prediction at most 5 points away. Precision is taken over the union of all annotators, recall is the mean over them,
 * F1 their harmonic mean. Covering is the mean over annotators of the length-weighted best Jaccard index of each
 * segment.
 *
 * Reference: van den Burg and Williams (2020), "An Evaluation of Change Point Detection Algorithms", section 4.1.
 *
 * Units: both scores lie between 0 and 1. Without annotators, or without points, there is nothing to compare with:
 * RangeError.
 *
 * @example
 * scoreTcpd([70], [[52], []], 100) // { f1: 0.6, cover: 0.693 }
 */
export function scoreTcpd(predicted: readonly number[], annotations: ChangeAnnotations, points: number): ChangeScore {
  if (annotations.length === 0) throw new RangeError('annotations are empty')
  if (!(points >= 1)) throw new RangeError(`points must be at least 1, not ${points}`)
  const found = withStart(predicted)
  const marked = annotations.map(withStart)
  const precision = matches(withStart(marked.flat()), found) / found.length
  const recall = mean(marked.map((truth) => matches(truth, found) / truth.length))
  return {
    f1: (2 * precision * recall) / (precision + recall),
    cover: mean(marked.map((truth) => covering(segments(truth, points), segments(found, points)))),
  }
}

function withStart(indexes: readonly number[]): number[] {
  return [...new Set([0, ...indexes])].sort((a, b) => a - b)
}

function matches(truth: readonly number[], found: readonly number[]): number {
  const unused = new Set(found)
  for (const index of truth) {
    const near = [...unused].filter((candidate) => Math.abs(candidate - index) <= TOLERANCE)
    near.sort((a, b) => Math.abs(a - index) - Math.abs(b - index))
    if (near[0] !== undefined) unused.delete(near[0])
  }
  return found.length - unused.size
}

type Segment = readonly [start: number, end: number]

function segments(starts: readonly number[], points: number): Segment[] {
  return starts.map((start, i) => [start, starts[i + 1] ?? points])
}

function covering(truth: readonly Segment[], found: readonly Segment[]): number {
  const points = truth.at(-1)?.[1] ?? 0
  return truth.reduce((sum, segment) => {
    const best = Math.max(...found.map((candidate) => jaccard(segment, candidate)))
    return sum + ((segment[1] - segment[0]) * best) / points
  }, 0)
}

function jaccard(a: Segment, b: Segment): number {
  const common = Math.max(0, Math.min(a[1], b[1]) - Math.max(a[0], b[0]))
  return common / (a[1] - a[0] + b[1] - b[0] - common)
}
