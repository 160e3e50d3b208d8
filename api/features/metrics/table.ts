import { builder } from '../../schema/builder.ts'
import { once } from '../../lib/once.ts'
import { reachFor } from '../../schema/context.ts'
import { type Answered, AnswerRef } from './answer.ts'
import { type AskDeps, type AskedQuestion, askTable, explainQuestion, type Table } from './ask.ts'
import { ColumnRef } from './column.ts'
import { MetricQueryRef } from './metric-query.ts'

/** A table as its fields need it. */
export type AnsweredTable = Table & Answered

/** Answers a question as rows, with all that the fields of a table need. Throws like `askTable`. */
export async function answerTable(deps: AskDeps, asked: AskedQuestion): Promise<AnsweredTable> {
  const table = await askTable(deps, asked.reach, asked.query, asked.now)
  return { ...table, explain: once(() => explainQuestion(deps, 'table', asked)) }
}

/** `Table` in GraphQL. */
export const TableRef = builder.objectRef<AnsweredTable>('Table').implement({
  interfaces: [AnswerRef],
  description: 'An answer as flat typed rows: time, dimensions, measures, compared measures.',
  fields: (t) => ({
    columns: t.field({ type: [ColumnRef], resolve: ({ columns }) => [...columns] }),
    rows: t.field({
      type: t.listRef(t.listRef('JSON', { nullable: true })),
      description:
        'One value for each column: a text, a number, or null. Times are ISO 8601 in UTC. With "others" the dimensions of the key of all others are "(other)".',
      resolve: ({ rows }) => rows,
    }),
    complete: t.exposeBooleanList('complete', {
      description:
        'For each row of `rows`, in the same order: whether its bucket (the range, without "every") belongs wholly to the range ' +
        'and has passed. False: the values may still change, or are of a part.',
    }),
    totalCount: t.exposeInt('totalCount', { description: 'How many rows there are without the limit.' }),
  }),
})

builder.queryField('table', (t) =>
  t.field({
    type: TableRef,
    description: 'Answers a question as flat rows. With "every" there is a row for each bucket, also for an empty one.',
    args: { query: t.arg({ type: MetricQueryRef, required: true }) },
    resolve: (_root, { query }, context) =>
      answerTable(context, { query, reach: reachFor('metrics.read', context), now: context.now() }),
  }),
)
