import { builder } from '../../schema/builder.ts'
import { once } from '../../lib/once.ts'
import { reachFor } from '../../schema/context.ts'
import { type Answered, AnswerRef } from './answer.ts'
import { askSeries, explainQuestion, type Series } from './ask.ts'
import { KeyPartRef } from './key-part.ts'
import { UnitEnum } from './measure.ts'
import { type Granularity, MetricQueryRef } from './metric-query.ts'
import { PointRef } from './point.ts'

/** A series as its fields need it: with how its time is divided, and all series of the same answer. */
export interface AnsweredSeries extends Series, Answered {
  every: Granularity | null
  peers: readonly AnsweredSeries[]
}

/** `Series` in GraphQL. */
export const SeriesRef = builder.objectRef<AnsweredSeries>('Series').implement({
  interfaces: [AnswerRef],
  description: 'An answer over time: one measure of one key.',
  fields: (t) => ({
    id: t.exposeString('id', { description: 'Unique within an answer, and the same in the next one.' }),
    measure: t.exposeString('measure'),
    title: t.exposeString('title', { description: 'The title of the measure.' }),
    unit: t.expose('unit', { type: UnitEnum }),
    key: t.field({
      type: [KeyPartRef],
      description: 'The value of each dimension; empty without dimensions.',
      resolve: ({ key }) => key,
    }),
    isOther: t.exposeBoolean('isOther', {
      description:
        'Whether it stands for all keys beyond the limit, with "others": its dimensions have no values then.',
    }),
    label: t.exposeString('label', { description: 'For people: the dimension values, or the title of the measure.' }),
    points: t.field({ type: [PointRef], description: 'Gap free, oldest first.', resolve: ({ points }) => points }),
    compare: t.field({
      type: [PointRef],
      nullable: true,
      description: 'The compared period, bucket by bucket, moved onto the axis of `points`. Null unless asked for.',
      resolve: ({ compare }) => compare,
    }),
    keyCount: t.exposeInt('keyCount', { description: 'How many keys there are, with those that were left out.' }),
  }),
})

builder.queryField('series', (t) =>
  t.field({
    type: [SeriesRef],
    description: 'Answers a question over time: one series for each measure and combination of dimension values.',
    args: { query: t.arg({ type: MetricQueryRef, required: true }) },
    async resolve(_root, { query }, context) {
      const asked = { query, reach: reachFor('metrics.read', context), now: context.now() }
      const explain = once(() => explainQuestion(context, 'series', asked))
      const series = await askSeries(context, asked.reach, query, asked.now)
      const peers: AnsweredSeries[] = []
      for (const one of series) peers.push({ ...one, explain, every: query.every ?? null, peers })
      return peers
    },
  }),
)
