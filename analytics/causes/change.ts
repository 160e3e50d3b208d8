/** What a group adds to a ratio, such as failures and runs, or milliseconds and runs. */
export interface Ratio {
  numerator: number
  denominator: number
}

/** A group of rows that have the same values of one dimension, or of two. A group that is absent has 0 on that side. */
export interface Group<Partial> {
  /** In the order of the dimensions; null is a value like others. */
  values: readonly (string | null)[]
  before: Partial
  after: Partial
}

/** All rows of both ranges, cut into the groups of one dimension or of two. */
export interface Cut<Partial> {
  dimensions: readonly string[]
  groups: readonly Group<Partial>[]
}

/** A measure in two ranges: the same rows are cut once for each dimension. */
export type Change =
  { measure: 'SUM'; cuts: readonly Cut<number>[] } | { measure: 'RATIO'; cuts: readonly Cut<Ratio>[] }

/** What one group has to do with the change. */
export interface Contributor {
  values: readonly (string | null)[]
  /** The measure of the group itself; null for the ratio of nothing. */
  before: number | null
  after: number | null
  /** Its part of the whole, 0 to 1, on average over both ranges: of the sum, or of the denominators of a ratio. */
  weight: number
  /** Its part of the change, in the unit of the measure. */
  contribution: number
  /** What of its part comes from its own measure; all of it for a sum. */
  rateEffect: number
  /** What of its part comes from its weight among the others; 0 for a sum. */
  mixEffect: number
  /** Contribution over change; null when the whole did not change. */
  share: number | null
  /** How far its part of all movement beyond chance is from its weight: 0 when it just moved with the others. */
  surprise: number
}

/** How one dimension, or a pair, explains the change. */
export interface CutExplanation {
  dimensions: readonly string[]
  /** Sum of the sizes of all contributions: far above the change when groups moved against each other. */
  movement: number
  /** What is left of it when each contribution is less by what chance may have added; the same where chance is not known. */
  movementBeyondChance: number
  /** The few groups that explain the change, the most surprising first; empty when it is everywhere, or may be chance. */
  causes: readonly Contributor[]
  /** The part of the movement that the causes make up, 0 to 1. */
  explanatoryPower: number
  /** What the cuts are ordered by: the mean surprise of the causes, times movement beyond chance over the largest one of a cut. */
  score: number
  /** All groups, from the largest contribution to the smallest. They add up to the change to the last digit. */
  contributors: readonly Contributor[]
}

export interface Explanation {
  before: number
  after: number
  /** `after - before`. */
  change: number
  /** The best explanation first. */
  cuts: readonly CutExplanation[]
}
