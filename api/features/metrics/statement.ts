import { builder } from '../../schema/builder.ts'
import type { StatementPlan } from './explain.ts'
import { PlanStepRef } from './plan-step.ts'

/** `Statement` in GraphQL. */
export const StatementRef = builder.objectRef<StatementPlan>('Statement').implement({
  description: 'How a question is answered: the statement, and what PostgreSQL expects of it.',
  fields: (t) => ({
    sql: t.exposeString('sql', { description: 'With $1, $2 ... in the place of values.' }),
    estimatedRows: t.exposeFloat('estimatedRows', {
      description: 'How many rows PostgreSQL expects the answer to have.',
    }),
    steps: t.field({
      type: [PlanStepRef],
      description: 'The plan, the last step first.',
      resolve: ({ steps }) => steps,
    }),
  }),
})
