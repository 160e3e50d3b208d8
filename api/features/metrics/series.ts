import { builder } from '../../schema/builder.ts'
import { organizationFor } from '../../schema/context.ts'
import { askSeries, type Series } from './ask.ts'
import { KeyPartRef } from './key-part.ts'
import { UnitEnum } from './measure.ts'
import { MetricQueryRef } from './metric-query.ts'
import { PointRef } from './point.ts'

const SeriesRef = builder.objectRef<Series>('Series').implement({
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
    label: t.exposeString('label', { description: 'For people: the dimension values, or the title of the measure.' }),
    points: t.field({ type: [PointRef], description: 'Gap free, oldest first.', resolve: ({ points }) => points }),
    compare: t.field({
      type: [PointRef],
      nullable: true,
      description: 'The compared period, bucket by bucket, moved onto the axis of `points`. Null unless asked for.',
      resolve: ({ compare }) => compare,
    }),
    keyCount: t.exposeInt('keyCount', { description: 'How many keys there are, with those that were left out.' }),
    truncated: t.exposeBoolean('truncated', { description: 'Whether keys were left out: those ranked last.' }),
    from: t.expose('from', { type: 'DateTime', description: 'First moment that is counted.' }),
    to: t.expose('to', { type: 'DateTime', description: 'First moment that is not counted any more.' }),
    comparedFrom: t.expose('comparedFrom', {
      type: 'DateTime',
      nullable: true,
      description: 'Where the compared period begins.',
    }),
    comparedTo: t.expose('comparedTo', {
      type: 'DateTime',
      nullable: true,
      description: 'Where the compared period ends.',
    }),
    asOf: t.expose('asOf', { type: 'DateTime', description: 'When it was counted.' }),
    timezone: t.exposeString('timezone', { description: 'The time zone that days and weeks follow.' }),
  }),
})

builder.queryField('series', (t) =>
  t.field({
    type: [SeriesRef],
    description: 'Answers a question over time: one series for each measure and combination of dimension values.',
    args: { query: t.arg({ type: MetricQueryRef, required: true }) },
    resolve: (_root, { query }, context) => {
      return askSeries({ sql: context.sql }, organizationFor('read', context), query, context.now())
    },
  }),
)
