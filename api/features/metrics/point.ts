import { builder } from '../../schema/builder.ts'
import type { Point } from './shape-series.ts'

/** `Point` in GraphQL. */
export const PointRef = builder.objectRef<Point>('Point').implement({
  description: 'A value in a bucket of time.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime', description: 'Beginning of the bucket.' }),
    value: t.exposeFloat('value', { nullable: true, description: 'Null: missing, such as a rate of nothing.' }),
    complete: t.exposeBoolean('complete', { description: 'False when the range or the present cuts the bucket.' }),
  }),
})
