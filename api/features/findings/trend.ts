import type { Trend as Found } from '../../../analytics/trend/trend.ts'
import type { IsoTime } from '../../lib/iso-time.ts'
import { builder } from '../../schema/builder.ts'
import type { Finding } from './analyse.ts'

/** A trend with the moments that it lies between. */
export interface Trend extends Omit<Found, 'from' | 'to'> {
  from: IsoTime
  to: IsoTime
  qValue: number
  confidence: number
  sentence: string
}

const TrendDirection = builder.enumType('TrendDirection', {
  description: 'Where values go.',
  values: { UP: {}, DOWN: {}, NONE: { description: 'Neither: the p-value is above 0.03.' } },
})

/** `Trend` in GraphQL. */
export const TrendRef = builder.objectRef<Trend>('Trend').implement({
  description:
    'Whether values rise or fall since they last changed for good, without their seasons: Theil-Sen slope and Mann-Kendall test, ' +
    'corrected for autocorrelation.',
  fields: (t) => ({
    sentence: t.exposeString('sentence', { description: 'All of it in one sentence.' }),
    direction: t.expose('direction', { type: TrendDirection }),
    slope: t.exposeFloat('slopePerPoint', { description: 'In the unit of the measure for each bucket.' }),
    lower: t.exposeFloat('lower', { description: 'Lower end of the 95 % confidence interval of the slope.' }),
    upper: t.exposeFloat('upper', { description: 'Upper end of it.' }),
    pValue: t.exposeFloat('pValue', { description: 'Chance of such a trend where there is none.' }),
    qValue: t.exposeFloat('qValue', { description: 'The p-value, corrected for all such findings of the answer.' }),
    confidence: t.exposeFloat('confidence', {
      description: 'How likely it is real, 0 to 1: from the p-value, the size, how much data there is, and who agrees.',
    }),
    tau: t.exposeFloat('tau', { description: "Kendall's tau-b between value and time, -1 to 1." }),
    method: t.exposeString('method'),
    count: t.exposeInt('n', { description: 'How many buckets it was found in.' }),
    effectiveCount: t.exposeFloat('effectiveN', { description: 'How many independent ones they are worth.' }),
    from: t.expose('from', { type: 'DateTime', description: 'Beginning of the first of these buckets.' }),
    to: t.expose('to', { type: 'DateTime', description: 'End of the last of them.' }),
  }),
})

/** `TrendAnalysis` in GraphQL. */
export const TrendAnalysisRef = builder.objectRef<Finding<Trend>>('TrendAnalysis').implement({
  description: 'The trend of a series, or why it cannot be told.',
  fields: (t) => ({
    found: t.field({
      type: TrendRef,
      nullable: true,
      description: 'Null: see `reason`.',
      resolve: ({ found }) => found,
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it cannot be told; null when it is.' }),
  }),
})
