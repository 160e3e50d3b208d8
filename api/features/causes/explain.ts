import type { CutExplanation } from '../../../analytics/causes/change.ts'
import { builder } from '../../schema/builder.ts'
import { type Context, reachFor } from '../../schema/context.ts'
import { type TimeRange, TimeRangeInput } from '../../schema/time-range.ts'
import { askParts, type MetricQuery, MetricQueryRef } from '../metrics/index.ts'
import type { Contributor } from './contributor.ts'
import { type Explanation, ExplanationRef } from './explanation.ts'

builder.queryField('explain', (t) =>
  t.field({
    type: ExplanationRef,
    description:
      'Why the measure of a question changed between two ranges: which values of which dimensions contributed how much. The ' +
      'question has one measure; without dimensions all of its dataset with few or some values are looked through, and pairs ' +
      'of them. Its `every`, `limit` and `orderBy` say nothing here.',
    args: {
      query: t.arg({ type: MetricQueryRef, required: true }),
      from: t.arg({ type: TimeRangeInput, required: true, description: 'The earlier range.' }),
      to: t.arg({ type: TimeRangeInput, description: 'The later range. Default: that of the question.' }),
    },
    resolve: (_root, { query, from, to }, context) =>
      explain(context, query, { before: from, after: to ?? query.range }),
  }),
)

async function explain(
  context: Context,
  query: MetricQuery,
  ranges: Record<'before' | 'after', TimeRange>,
): Promise<Explanation> {
  const reach = reachFor('metrics.read', context)
  const ask = (range: TimeRange) => askParts(context, reach, { query, range }, context.now())
  const [before, after] = await Promise.all([ask(ranges.before), ask(ranges.after)])
  const { dimensions, isQuotient } = before
  const sides = { before: before.parts, after: after.parts }
  const found = await context.analyst.analyse('explainChange', { dimensions, isQuotient, ...sides })
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
