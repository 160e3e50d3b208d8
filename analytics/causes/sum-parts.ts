import type { Group } from './change.ts'
import type { Parts } from './parts.ts'

/**
 * What each group adds to the change of a sum: what it has after less what it had before.
 *
 * In the unit of the sum.
 *
 * @example
 * sumParts([{ values: ['a'], before: 3, after: 5 }])
 * // { before: 3, after: 5, groups: [{ values: ['a'], before: 3, after: 5, rateEffect: 2, mixEffect: 0, size: 4, noise: 0 }] }
 */
export function sumParts(groups: readonly Group<number>[]): Parts {
  return {
    before: groups.reduce((sum, group) => sum + group.before, 0),
    after: groups.reduce((sum, group) => sum + group.after, 0),
    groups: groups.map(({ values, before, after }) => ({
      values,
      before,
      after,
      rateEffect: after - before,
      mixEffect: 0,
      size: (Math.abs(before) + Math.abs(after)) / 2,
      noise: 0,
    })),
  }
}
