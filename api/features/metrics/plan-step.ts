import { builder } from '../../schema/builder.ts'
import type { PlanStep } from './explain.ts'

/** `PlanStep` in GraphQL. */
export const PlanStepRef = builder.objectRef<PlanStep>('PlanStep').implement({
  description: "One step of PostgreSQL's plan for a statement.",
  fields: (t) => ({
    depth: t.exposeInt('depth', {
      description: '0 for the step whose rows are the answer; those that it takes rows from follow it, one deeper.',
    }),
    operation: t.exposeString('operation', { description: 'Such as "Index Scan" or "Aggregate".' }),
    relation: t.exposeString('relation', { nullable: true, description: 'The table that it reads, if it reads one.' }),
    estimatedRows: t.exposeFloat('estimatedRows', { description: 'How many rows it is expected to give.' }),
  }),
})
