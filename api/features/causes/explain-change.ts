import type { CutExplanation } from '../../../analytics/causes/change.ts'
import type { Reach } from '../../db/reach.ts'
import type { Services } from '../../schema/context.ts'
import type { TimeRange } from '../../schema/time-range.ts'
import { type AskDeps, askParts, type MetricQuery } from '../metrics/index.ts'
import type { Contributor } from './contributor.ts'
import type { Explanation } from './explanation.ts'

/** What explaining needs from outside. */
export type Explaining = AskDeps & Pick<Services, 'analyst' | 'now'>

/** Why the measure of a question changed between two ranges. Throws badInput like `askParts`. */
export async function explainChange(
  deps: Explaining,
  reach: Reach,
  query: MetricQuery,
  ranges: Record<'before' | 'after', TimeRange>,
): Promise<Explanation> {
  const ask = (range: TimeRange) => askParts(deps, reach, { query, range }, deps.now())
  const [before, after] = await Promise.all([ask(ranges.before), ask(ranges.after)])
  const { dimensions, isQuotient } = before
  const sides = { before: before.parts, after: after.parts }
  const found = await deps.analyst.analyse('explainChange', { dimensions, isQuotient, ...sides })
  return {
    measure: after.measure,
    ranges: { before, after },
    found: found && { ...found, cuts: found.cuts.map(named) },
    reason: found ? null : 'There is nothing to compare: one of the ranges has no rows that count for this measure.',
  }
}

function named({ dimensions, causes, contributors, ...cut }: CutExplanation) {
  const withKey = ({ values, ...one }: CutExplanation['causes'][number]): Contributor => {
    return { ...one, key: dimensions.map((dimension, i) => ({ dimension, value: values[i]! })) }
  }
  return { ...cut, dimensions, causes: causes.map(withKey), contributors: contributors.map(withKey) }
}
