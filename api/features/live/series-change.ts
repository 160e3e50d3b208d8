import { builder } from '../../schema/builder.ts'
import { reachFor } from '../../schema/context.ts'
import { MetricQueryRef, PointRef, SeriesRef } from '../metrics/index.ts'
import { hubOf } from './hub.ts'
import { LiveChange } from './live-change.ts'
import { readEntry } from './read-entry.ts'
import type { ChangedPoints, SeriesChange } from './series-state.ts'

const ChangedPointsRef = builder.objectRef<ChangedPoints>('ChangedPoints').implement({
  description: 'Points of one series that are not what they were. Their places are told by `at`.',
  fields: (t) => ({
    id: t.exposeString('id', { description: 'Of the series.' }),
    points: t.field({
      type: [PointRef],
      description: 'In place of those of `points` that begin at the same moment.',
      resolve: ({ points }) => points,
    }),
    compare: t.field({
      type: [PointRef],
      nullable: true,
      description: 'The same for the compared period. Null unless it was asked for.',
      resolve: ({ compare }) => compare,
    }),
  }),
})

/** `SeriesChange` in GraphQL. */
export const SeriesChangeRef = builder.objectRef<SeriesChange>('SeriesChange').implement({
  interfaces: [LiveChange],
  description:
    'What is new of an answer over time that is watched: all of it, or the points that changed. Series and buckets are the same ' +
    'until there is a whole answer again.',
  fields: (t) => ({
    series: t.field({
      type: [SeriesRef],
      nullable: true,
      description: 'All of them, in place of what was there. Null: only the points in `changed` are new.',
      resolve: ({ series }) => series,
    }),
    changed: t.field({
      type: [ChangedPointsRef],
      description: 'The series with points that changed; none when the whole answer is there.',
      resolve: ({ changed }) => changed,
    }),
  }),
})

builder.subscriptionField('series', (t) =>
  t.field({
    type: SeriesChangeRef,
    description:
      'An answer over time that stays up to date: first all of it, then what changes, at most once a second. An answer that says ' +
      'the same is not told. A failure is told as an error, and it goes on: what comes next builds on what was there before.',
    args: {
      query: t.arg({ type: MetricQueryRef, required: true }),
      since: t.arg.string({ description: 'The last revision that was applied, after a break.' }),
    },
    subscribe: (_root, { query, since }, context) =>
      readEntry(hubOf(context).series({ reach: reachFor('metrics.read', context), query }), since ?? null),
    resolve(change) {
      if (change instanceof Error) throw change
      return change
    },
  }),
)
