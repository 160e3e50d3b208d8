/** A group's part of a change, before it is rounded. */
export interface Part {
  values: readonly (string | null)[]
  before: number | null
  after: number | null
  /** Of the change by the group's own measure. */
  rateEffect: number
  /** Of the change by the group's weight among the others. */
  mixEffect: number
  /** How large the group is on average: what it would move if all moved alike, in a unit of its own. */
  size: number
  /** How far both effects together may be off by chance, as standard error; 0 where that is not known. */
  noise: number
}

/** The whole before and after, and how its change is split. */
export interface Parts {
  before: number
  after: number
  groups: readonly Part[]
}
