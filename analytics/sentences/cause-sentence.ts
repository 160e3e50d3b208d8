import { formatValue } from './format-value.ts'
import { movement } from './movement.ts'
import type { Subject } from './subject.ts'

/** What is told of a cause: what changed, and what one group added to it. */
export interface ToldCause {
  before: number
  after: number
  /** Such as `pipeline nightly-import`. */
  group: string
  contribution: number
}

/**
 * A cause in one sentence. Values are in the unit of the subject; those that are not finite are a RangeError.
 *
 * @example
 * causeSentence(failures, cause) // 'Failure rate rose from 2% to 18%, and pipeline nightly-import explains 80% of that.'
 */
export function causeSentence(subject: Subject, { before, after, group, contribution }: ToldCause): string {
  const moved = movement(subject, before, after)
  const share = before === after ? NaN : contribution / (after - before)
  const percentage = { unit: 'RATIO', currency: null } as const
  if (share >= 0 && share <= 1) return `${moved}, and ${group} explains ${formatValue(share, percentage)} of that.`
  // No percentage when others moved the other way: 400% of a change would puzzle.
  const size = `${contribution < 0 ? 'took away' : 'added'} ${formatValue(Math.abs(contribution), subject)}`
  return share > 1 ? `${moved}, and ${group} alone ${size}.` : `${moved}, although ${group} ${size}.`
}
