import { builder } from '../../schema/builder.ts'
import { ContributorRef } from '../causes/index.ts'
import { UnitEnum } from '../metrics/index.ts'
import type { InsightState } from './match-drafts.ts'
import type { InsightRow } from './queries/insights.ts'
import type { InsightKind } from './watches.ts'

/** `InsightKind` in GraphQL. */
export const InsightKindEnum = builder.enumType('InsightKind', {
  description: 'What was found.',
  values: {
    ANOMALY: { description: 'Values that are unusual for their season and level.' },
    CHANGE_POINT: { description: 'Values are higher or lower for good.' },
    TREND: { description: 'Values rise or fall.' },
  } satisfies Record<InsightKind, object>,
})

/** `InsightState` in GraphQL. */
export const InsightStateEnum = builder.enumType('InsightState', {
  description: 'Where an insight stands in its life.',
  values: {
    NEW: { description: 'It lasts, and was found less than a day ago.' },
    ONGOING: { description: 'It lasts.' },
    OVER: { description: 'It has ended, or is so old, or so unclear by now, that it is not found any more.' },
  } satisfies Record<InsightState, object>,
})

const InsightDirection = builder.enumType('InsightDirection', {
  description: 'Whether values are higher or lower than expected.',
  values: { UP: {}, DOWN: {} },
})

/** `Insight` in GraphQL. */
export const Insight = builder.objectRef<InsightRow>('Insight').implement({
  description:
    'Something that a scan found in a measure of a pipeline. It stays the same one however often it is found.',
  fields: (t) => ({
    id: t.exposeID('id'),
    kind: t.expose('kind', { type: InsightKindEnum }),
    state: t.expose('state', { type: InsightStateEnum }),
    sentence: t.exposeString('sentence', { description: 'All of it in one sentence.' }),
    pipelineId: t.exposeID('pipeline', { description: 'The id of the pipeline.' }),
    pipelineName: t.exposeString('pipelineName', { description: 'Its name for people.' }),
    measure: t.exposeString('measure', { description: 'Name of the measure in the dataset `jobs`.' }),
    title: t.exposeString('title', { description: 'The title of the measure.' }),
    unit: t.expose('unit', { type: UnitEnum }),
    currency: t.exposeString('currency', { nullable: true, description: 'Of money; null for other measures.' }),
    direction: t.expose('direction', { type: InsightDirection }),
    startedAt: t.expose('startedAt', { type: 'DateTime', description: 'Beginning of the first bucket of it.' }),
    endedAt: t.expose('endedAt', { type: 'DateTime', nullable: true, description: 'Null while it lasts.' }),
    expected: t.exposeFloat('expected', {
      description: 'What was expected; of a change or trend, what there was before, in the unit of the measure.',
    }),
    actual: t.exposeFloat('actual', { description: 'What came; of a change or trend, what there is after.' }),
    lower: t.exposeFloat('lower', {
      nullable: true,
      description: 'Lower end of the band in which values usually lie; null but for an anomaly.',
    }),
    upper: t.exposeFloat('upper', { nullable: true, description: 'Upper end of it.' }),
    baselineFrom: t.expose('baselineFrom', {
      type: 'DateTime',
      description: 'Where the values begin that it is judged by.',
    }),
    baselineTo: t.expose('baselineTo', { type: 'DateTime', description: 'Where they end.' }),
    method: t.exposeString('method', { description: 'How it was found.' }),
    pValue: t.exposeFloat('pValue', { description: 'Chance of such a finding where there is nothing.' }),
    qValue: t.exposeFloat('qValue', {
      description: 'The p-value, corrected for all findings of its kind in the scan.',
    }),
    confidence: t.exposeFloat('confidence', {
      description: 'How likely it is real, 0 to 1: from the p-value, the size, how much data there is, and who agrees.',
    }),
    contributors: t.field({
      type: [ContributorRef],
      description:
        'The few groups that explain it, the most surprising first. Empty: it is everywhere, or cannot be told.',
      resolve: ({ contributors }) => contributors,
    }),
    foundAt: t.expose('foundAt', { type: 'DateTime', description: 'When a scan found it first.' }),
    changedAt: t.expose('changedAt', { type: 'DateTime', description: 'When a scan last knew something else of it.' }),
    dismissedAt: t.expose('dismissedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When somebody put it aside; null: nobody did.',
    }),
    dismissedBy: t.exposeString('dismissedBy', { nullable: true, description: 'Who did.' }),
  }),
})
