/** Votes this many points apart are for the same change point. */
const TOLERANCE = 5

export type Candidate = {
  readonly index: number
  /** How many voters have a change point at most five points away. */
  readonly votes: number
}

/**
 * Brings together the change points of several segmenters.
 *
 * Every proposed place collects one vote from each voter that has a change point at most 5 points away. The place with
 * most votes wins, then the one nearest to those who voted for it, then the earliest; places within 5 points of a
 * winner are the same change point and drop out.
 *
 * Reference: the ensembles compared in van den Burg and Williams (2020), "An Evaluation of Change Point Detection
 * Algorithms", whose tolerance of 5 points is used.
 *
 * Returns candidates in ascending order; `[]` when nobody proposes anything.
 *
 * @example
 * vote([[40], [42], [], [42, 90]]) // [{ index: 42, votes: 3 }, { index: 90, votes: 1 }]
 */
export function vote(proposals: readonly (readonly number[])[]): Candidate[] {
  const places = [...new Set(proposals.flat())].map((index) => {
    const distances = proposals
      .map((changes) => Math.min(...changes.map((change) => Math.abs(change - index))))
      .filter((distance) => distance <= TOLERANCE)
    return { index, votes: distances.length, distance: distances.reduce((sum, distance) => sum + distance, 0) }
  })
  places.sort((a, b) => b.votes - a.votes || a.distance - b.distance || a.index - b.index)
  const winners: Candidate[] = []
  for (const { index, votes } of places) {
    if (winners.every((winner) => Math.abs(winner.index - index) > TOLERANCE)) winners.push({ index, votes })
  }
  return winners.sort((a, b) => a.index - b.index)
}
