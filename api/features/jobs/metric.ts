import { builder } from '../../schema/builder.ts'

/** A number by name. */
export interface MetricShape {
  name: string
  value: number
}

/** `Metric` in GraphQL. */
export const Metric = builder.objectRef<MetricShape>('Metric').implement({
  description:
    'A number by name that the sender gave a job, such as the rows that it wrote. Its unit is what its name says.',
  fields: (t) => ({
    name: t.exposeString('name', {
      description: 'What was counted or measured. A job has one metric of a name at most.',
    }),
    value: t.exposeFloat('value', { description: 'The number.' }),
  }),
})
