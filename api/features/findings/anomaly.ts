import type { Anomaly as Found } from '../../../analytics/anomalies/anomalies.ts'
import type { IsoTime } from '../../lib/iso-time.ts'
import { builder } from '../../schema/builder.ts'
import { ContributorRef } from '../causes/index.ts'
import type { AnsweredSeries } from '../metrics/index.ts'
import type { Finding } from './analyse.ts'
import { contributorsOfAnomaly } from './contributors.ts'

/** An anomaly with its moments. */
export interface Anomaly extends Omit<Found, 'start' | 'end' | 'peak' | 'baselineStart' | 'baselineEnd'> {
  from: IsoTime
  to: IsoTime
  at: IsoTime
  baselineFrom: IsoTime
  baselineTo: IsoTime
  qValue: number
  confidence: number
  sentence: string
  series: AnsweredSeries
}

const AnomalyDirection = builder.enumType('AnomalyDirection', {
  description: 'On which side of what was expected.',
  values: { ABOVE: {}, BELOW: {} },
})

const AnomalyMethod = builder.enumType('AnomalyMethod', {
  description: 'How it was found.',
  values: {
    ROBUST_DEVIATION: { description: 'Values far from what is usual for their season and level.' },
    LEVEL_SHIFT: { description: 'The level shifted for good: later values are judged by the new one.' },
  },
})

/** `Anomaly` in GraphQL. */
export const AnomalyRef = builder.objectRef<Anomaly>('Anomaly').implement({
  description:
    'An event: values that are unusual for their season and level. The numbers are those of its farthest value.',
  fields: (t) => ({
    sentence: t.exposeString('sentence', { description: 'All of it in one sentence.' }),
    contributors: t.field({
      type: [ContributorRef],
      description:
        'The few groups that explain it, the most surprising first: what `explain` gives for it and the same hours a week before. ' +
        'Empty: it is everywhere, or the measure has no parts that add up to it.',
      resolve: (anomaly, _args, context) => contributorsOfAnomaly(anomaly, context),
    }),
    from: t.expose('from', { type: 'DateTime', description: 'Beginning of its first bucket.' }),
    to: t.expose('to', {
      type: 'DateTime',
      description: 'End of its last bucket; of a shift, of those that confirm it.',
    }),
    at: t.expose('at', { type: 'DateTime', description: 'Beginning of the bucket with the farthest value.' }),
    actual: t.exposeFloat('actual', { description: 'That value.' }),
    expected: t.exposeFloat('expected', { description: 'What was expected there.' }),
    lower: t.exposeFloat('lower', { description: 'Lower end of the band in which values usually lie.' }),
    upper: t.exposeFloat('upper', { description: 'Upper end of it.' }),
    direction: t.expose('direction', { type: AnomalyDirection }),
    method: t.expose('method', { type: AnomalyMethod }),
    score: t.exposeFloat('score', {
      description: 'How far it is from what was expected, in robust standard deviations.',
    }),
    pValue: t.exposeFloat('pValue', {
      description: 'Chance of a value as far out in any of the buckets of the series.',
    }),
    qValue: t.exposeFloat('qValue', { description: 'The p-value, corrected for all such findings of the answer.' }),
    confidence: t.exposeFloat('confidence', {
      description: 'How likely it is real, 0 to 1: from the p-value, the size, and how much data there is.',
    }),
    baselineFrom: t.expose('baselineFrom', {
      type: 'DateTime',
      description: 'Where the values begin that the expected one comes from, beside the season.',
    }),
    baselineTo: t.expose('baselineTo', { type: 'DateTime', description: 'Where they end.' }),
  }),
})

/** `AnomalyAnalysis` in GraphQL. */
export const AnomalyAnalysisRef = builder.objectRef<Finding<Anomaly[]>>('AnomalyAnalysis').implement({
  description: 'The unusual events of a series, or why they cannot be told.',
  fields: (t) => ({
    found: t.field({
      type: [AnomalyRef],
      nullable: true,
      description: 'In order of time; empty when nothing was unusual. Null: see `reason`.',
      resolve: ({ found }) => found,
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why that cannot be told; null when it is.' }),
  }),
})
