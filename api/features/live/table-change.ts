import { builder } from '../../schema/builder.ts'
import { reachFor } from '../../schema/context.ts'
import { MetricQueryRef, TableRef } from '../metrics/index.ts'
import { hubOf } from './hub.ts'
import { LiveChange } from './live-change.ts'
import { readEntry } from './read-entry.ts'
import type { ChangedRow, TableChange } from './table-state.ts'

const ChangedRowRef = builder.objectRef<ChangedRow>('ChangedRow').implement({
  description: 'A row that is not what it was.',
  fields: (t) => ({
    index: t.exposeInt('index', { description: 'Its place in `rows` of the table, from 0.' }),
    cells: t.field({
      type: t.listRef('JSON', { nullable: true }),
      description: 'One value for each column, in place of what was there.',
      resolve: ({ cells }) => cells,
    }),
    complete: t.exposeBoolean('complete', { description: 'Its value in `complete` of the table.' }),
  }),
})

/** `TableChange` in GraphQL. */
export const TableChangeRef = builder.objectRef<TableChange>('TableChange').implement({
  interfaces: [LiveChange],
  description:
    'What is new of a table that is watched: all of it, or the rows that changed. Places, keys and columns are the same until ' +
    'there is a whole table again.',
  fields: (t) => ({
    table: t.expose('table', {
      type: TableRef,
      nullable: true,
      description: 'All of it, in place of what was there. Null: only the rows in `changed` are new.',
    }),
    changed: t.field({
      type: [ChangedRowRef],
      description: 'The rows that changed, in their order; none when the whole table is there.',
      resolve: ({ changed }) => changed,
    }),
  }),
})

builder.subscriptionField('table', (t) =>
  t.field({
    type: TableChangeRef,
    description:
      'A table that stays up to date: first all of it, then what changes, at most once a second. An answer that says the same is ' +
      'not told. A failure is told as an error, and it goes on: what comes next builds on what was there before.',
    args: {
      query: t.arg({ type: MetricQueryRef, required: true }),
      since: t.arg.string({ description: 'The last revision that was applied, after a break.' }),
    },
    subscribe: (_root, { query, since }, context) =>
      readEntry(hubOf(context).table({ reach: reachFor('metrics.read', context), query }), since ?? null),
    resolve(change) {
      if (change instanceof Error) throw change
      return change
    },
  }),
)
