import type { Summary } from '../../../analytics/summary/summarize.ts'
import { builder } from '../../schema/builder.ts'
import type { Finding } from './analyse.ts'

/** `Summary` in GraphQL. */
export const SummaryRef = builder.objectRef<Summary>('Summary').implement({
  description: 'The complete buckets of a series in a few numbers, in its unit.',
  fields: (t) => ({
    count: t.exposeInt('count', { description: 'How many buckets have a value.' }),
    missing: t.exposeInt('missing', { description: 'How many have none.' }),
    mean: t.exposeFloat('mean', { description: 'Of the buckets: a mean of rates is not the rate of all.' }),
    median: t.exposeFloat('median'),
    mad: t.exposeFloat('mad', { description: 'Median absolute deviation from the median.' }),
    min: t.exposeFloat('min'),
    max: t.exposeFloat('max'),
    p5: t.exposeFloat('p5', { description: '5 of 100 buckets are at most this.' }),
    p25: t.exposeFloat('p25'),
    p75: t.exposeFloat('p75'),
    p95: t.exposeFloat('p95'),
    standardDeviation: t.exposeFloat('standardDeviation', { nullable: true, description: 'Null for one value.' }),
    coefficientOfVariation: t.exposeFloat('coefficientOfVariation', {
      nullable: true,
      description: 'Standard deviation by mean; null for one value, and where values are negative or all 0.',
    }),
    last: t.exposeFloat('last', { description: 'The latest value.' }),
  }),
})

/** `SummaryAnalysis` in GraphQL. */
export const SummaryAnalysisRef = builder.objectRef<Finding<Summary>>('SummaryAnalysis').implement({
  description: 'The summary of a series, or why there is none.',
  fields: (t) => ({
    found: t.field({
      type: SummaryRef,
      nullable: true,
      description: 'Null: see `reason`.',
      resolve: ({ found }) => found,
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why there is none; null when there is one.' }),
  }),
})
