import { median } from 'simple-statistics'

import { type Points } from '../stats/present-points.ts'
import { slicePoints } from '../stats/slice-points.ts'
import { type SplitEvidence, splitEvidence } from './split-evidence.ts'
import { type Candidate } from './vote.ts'
import { withoutExcursions } from './without-excursions.ts'

export type JudgedChange = Candidate &
  SplitEvidence & {
    /** Corrected for autocorrelation and for the number of places tried. */
    readonly pValue: number
  }

/** So many of the four segmenters decide by themselves. */
const MAJORITY = 3
/** A test against a smooth trend believes in its form, so a second segmenter has to confirm it. */
const MINORITY = 2
/** Largest p-value, after correction for the places that were tried, at which fewer do. */
const SIGNIFICANCE = 0.05

/**
 * Which of the candidates are change points: those that most segmenters propose, and those that are significant.
 *
 * Backward elimination: of the candidates that are neither, the one with the fewest votes, then with the largest
 * p-value, is taken out, which makes the segments beside it one, until all that are left are either. p-values are
 * multiplied by the number of points (Bonferroni), as the place of the change could have been any of them. Votes do
 * not count where both sides have the same median and the p-value does not tell them apart either. Then what only went away and came back
 * is left out (`withoutExcursions`), and the others are judged again.
 *
 * Returns the candidates that stay, each judged against the segments between its neighbours; `[]` when none does.
 *
 * @example
 * significantChanges(points, [{ index: 28, votes: 2 }]) // [{ index: 28, votes: 2, kind: 'LEVEL', … }]
 */
export function significantChanges(points: Points, candidates: readonly Candidate[]): JudgedChange[] {
  const convincing = eliminate(points, candidates)
  const lasting = withoutExcursions(points, convincing)
  return lasting.length === convincing.length ? convincing : significantChanges(points, lasting)
}

function eliminate(points: Points, candidates: readonly Candidate[]): JudgedChange[] {
  let left: readonly Candidate[] = candidates
  for (;;) {
    const judged = left.map((candidate, i) => judge(points, candidate, left[i - 1]?.index, left[i + 1]?.index))
    const doubtful = judged.filter((change) => !isConvincing(change))
    const worst = doubtful.toSorted((a, b) => a.votes - b.votes || b.pValue - a.pValue)[0]
    if (worst === undefined) return judged
    left = left.filter(({ index }) => index !== worst.index)
  }
}

function isConvincing({ votes, method, pValue }: JudgedChange): boolean {
  const fewest = method === 'MANN_WHITNEY' ? 1 : MINORITY
  return votes >= MAJORITY || (votes >= fewest && pValue <= SIGNIFICANCE)
}

function judge(points: Points, candidate: Candidate, start = 0, end = points.values.length): JudgedChange {
  const around = slicePoints(points, start, end)
  const split = candidate.index - start
  const evidence = splitEvidence(around, split)
  const pValue = Math.min(1, evidence.pValue * points.values.length)
  const isSame = middle(around.values.slice(0, split)) === middle(around.values.slice(split))
  return { ...candidate, ...evidence, votes: isSame && pValue > SIGNIFICANCE ? 0 : candidate.votes, pValue }
}

const middle = (values: Float64Array): number => median(Array.from(values))
