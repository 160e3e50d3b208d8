import { builder } from '../../schema/builder.ts'
import type { Passport } from './ask.ts'
import type { StatementPlan } from './explain.ts'
import { StatementRef } from './statement.ts'

/** What the fields need. Several series share one `explain`. */
export interface Answered extends Passport {
  truncated: boolean
  explain: () => Promise<StatementPlan>
}

/** What every answer says of itself. `Table` and `Series` have these fields from here. */
export const AnswerRef = builder.interfaceRef<Answered>('Answer').implement({
  description: 'What every answer says of itself: what it covers, as of when, and whether it is whole.',
  fields: (t) => ({
    truncated: t.exposeBoolean('truncated', {
      description: 'Whether something was left out: rows past the limit, or the keys ranked last.',
    }),
    from: t.expose('from', {
      type: 'DateTime',
      description: 'First moment that is counted: later than asked for where what came before is not kept any more.',
    }),
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
    statement: t.field({
      type: StatementRef,
      description: 'How it was counted: costs one more statement, which is planned and not run.',
      resolve: ({ explain }) => explain(),
    }),
    timezone: t.exposeString('timezone', { description: 'The time zone that days and weeks follow.' }),
  }),
})
