import { median } from 'simple-statistics'

import { type Points } from '../stats/present-points.ts'

/** What is over after fewer points than this is an event, not a new regime: the level of anomalies is confirmed by as many. */
const LASTING = 12
/** The share of the way back that makes it over. */
const BACK = 0.75

/**
 * Leaves out pairs of changes between which a series went somewhere for fewer than 12 points and came back: an incident is
 * no change for good, and `anomalies` finds it.
 *
 * It came back when the median of up to 12 points after it is at least three quarters of the way from its own median to that of
 * as many points before it.
 *
 * `changes` in ascending order, as indexes of the points; so is what is returned.
 *
 * @example
 * withoutExcursions(points, [{ index: 60 }, { index: 66 }, { index: 80 }]) // [{ index: 80 }]
 */
export function withoutExcursions<Change extends { readonly index: number }>(
  points: Points,
  changes: readonly Change[],
): Change[] {
  const lasting: Change[] = []
  for (let i = 0; i < changes.length; i++) {
    const next = changes[i + 1]
    if (next && isExcursion(points, changes[i]!.index, next.index)) i++
    else lasting.push(changes[i]!)
  }
  return lasting
}

function isExcursion({ positions, values }: Points, start: number, end: number): boolean {
  if (positions[end]! - positions[start]! >= LASTING) return false
  const before = middle(values.slice(Math.max(0, start - LASTING), start))
  const away = middle(values.slice(start, end))
  const after = middle(values.slice(end, end + LASTING))
  return Math.abs(after - before) <= (1 - BACK) * Math.abs(away - before)
}

const middle = (values: Float64Array): number => median(Array.from(values))
