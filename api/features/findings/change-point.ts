import type { ChangePoint as Found } from '../../../analytics/changes/change-points.ts'
import type { IsoTime } from '../../lib/iso-time.ts'
import { builder } from '../../schema/builder.ts'
import { ContributorRef } from '../causes/index.ts'
import type { AnsweredSeries } from '../metrics/index.ts'
import type { Finding } from './analyse.ts'
import { contributorsOfChange } from './contributors.ts'

/** A change point with its moments. */
export interface ChangePoint extends Omit<Found, 'index' | 'baselineStart' | 'baselineEnd'> {
  at: IsoTime
  baselineFrom: IsoTime
  qValue: number
  confidence: number
  sentence: string
  series: AnsweredSeries
}

const ChangeKind = builder.enumType('ChangeKind', {
  description: 'What changed.',
  values: {
    LEVEL: { description: 'Values are higher or lower.' },
    SLOPE: { description: 'They rise or fall otherwise.' },
  },
})

/** `ChangePoint` in GraphQL. */
export const ChangePointRef = builder.objectRef<ChangePoint>('ChangePoint').implement({
  description: 'Where a series changes for good.',
  fields: (t) => ({
    sentence: t.exposeString('sentence', { description: 'All of it in one sentence.' }),
    contributors: t.field({
      type: [ContributorRef],
      description:
        'The few groups that explain it, the most surprising first: what `explain` gives for as much time before and after. ' +
        'Empty: it is everywhere, or the measure has no parts that add up to it.',
      resolve: (change, _args, context) => contributorsOfChange(change, context),
    }),
    at: t.expose('at', { type: 'DateTime', description: 'Beginning of the first bucket after the change.' }),
    kind: t.expose('kind', { type: ChangeKind }),
    before: t.exposeFloat('before', { description: 'Median of the stretch before.' }),
    after: t.exposeFloat('after', { description: 'Median of the stretch after, until the next change.' }),
    slopeBefore: t.exposeFloat('slopeBefore', { description: 'How steep the stretch before is, for each bucket.' }),
    slopeAfter: t.exposeFloat('slopeAfter', { description: 'How steep the stretch after is, for each bucket.' }),
    effect: t.exposeFloat('effect', {
      nullable: true,
      description: 'After minus before in robust standard deviations of the noise; null where there is no noise.',
    }),
    relativeChange: t.exposeFloat('relativeChange', {
      nullable: true,
      description: '0.5 is half as much again; null when before is 0.',
    }),
    pValue: t.exposeFloat('pValue', { description: 'Chance of such a difference where nothing changed.' }),
    qValue: t.exposeFloat('qValue', { description: 'The p-value, corrected for all such findings of the answer.' }),
    confidence: t.exposeFloat('confidence', {
      description: 'How likely it is real, 0 to 1: from the p-value, the size, how much data there is, and who agrees.',
    }),
    method: t.exposeString('method', { description: 'What the p-value is of.' }),
    votes: t.exposeInt('votes', { description: 'How many of the methods found it.' }),
    voters: t.exposeInt('segmenters', { description: 'How many methods looked.' }),
    baselineFrom: t.expose('baselineFrom', {
      type: 'DateTime',
      description: 'Where the stretch before begins, which it is compared with. It ends at the change.',
    }),
  }),
})

/** `ChangePoints` in GraphQL. */
export const ChangePointsRef = builder.objectRef<Finding<ChangePoint[]>>('ChangePoints').implement({
  description: 'Where a series changes for good, without its seasons.',
  fields: (t) => ({
    found: t.field({
      type: [ChangePointRef],
      nullable: true,
      description: 'In order of time; empty when nothing changed. Null: see `reason`.',
      resolve: ({ found }) => found,
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why that cannot be told; null when it is.' }),
  }),
})
