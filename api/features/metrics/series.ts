import { builder } from '../../schema/builder.ts'
import type { Reach } from '../../db/reach.ts'
import { once } from '../../lib/once.ts'
import { reachFor } from '../../schema/context.ts'
import { type Answered, AnswerRef } from './answer.ts'
import { type AskDeps, type AskedQuestion, askSeries, explainQuestion, type Series } from './ask.ts'
import { KeyPartRef } from './key-part.ts'
import { UnitEnum } from './measure.ts'
import { type MetricQuery, MetricQueryRef } from './metric-query.ts'
import { PointRef } from './point.ts'

/** A series as its fields need it: with the question and who asked it, and all series of the same answer. */
export interface AnsweredSeries extends Series, Answered {
  query: MetricQuery
  reach: Reach
  peers: readonly AnsweredSeries[]
}

/** Answers a question over time, with all that the fields of a series need. Throws like `askSeries`. */
export async function answerSeries(deps: AskDeps, asked: AskedQuestion): Promise<AnsweredSeries[]> {
  const { query, reach, now } = asked
  const explain = once(() => explainQuestion(deps, 'series', asked))
  const peers: AnsweredSeries[] = []
  for (const one of await askSeries(deps, reach, query, now)) peers.push({ ...one, explain, query, reach, peers })
  return peers
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
    resolve: (_root, { query }, context) =>
      answerSeries(context, { query, reach: reachFor('metrics.read', context), now: context.now() }),
  }),
)
