import type { Contributor } from '../causes/index.ts'
import type { Draft } from './draft.ts'

/**
 * Those of the contributors that speak of a draft. They explain the change from an earlier time, which may have been unusual
 * too, and of a percentile the change of the mean: where that goes the other way it says nothing of the draft.
 */
export function explaining({ direction }: Pick<Draft, 'direction'>, contributors: Contributor[]): Contributor[] {
  return contributors.filter(
    ({ contribution, share }) => share !== null && contribution / share > 0 === (direction === 'UP'),
  )
}
