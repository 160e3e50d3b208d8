import { builder } from '../../schema/builder.ts'
import { reachFor } from '../../schema/context.ts'
import { TimeRangeInput } from '../../schema/time-range.ts'
import { MetricQueryRef } from '../metrics/index.ts'
import { explainChange } from './explain-change.ts'
import { ExplanationRef } from './explanation.ts'

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
      explainChange(context, reachFor('metrics.read', context), query, { before: from, after: to ?? query.range }),
  }),
)
