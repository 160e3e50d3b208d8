import type { FailureGroup as Found } from '../../../analytics/failures/group-failures.ts'
import { builder } from '../../schema/builder.ts'

/** `FailureGroup` in GraphQL. */
export const FailureGroupRef = builder.objectRef<Found>('FailureGroup').implement({
  description: 'Jobs whose errors differ only in numbers, ids, paths, hosts, times and the like.',
  fields: (t) => ({
    fingerprint: t.exposeString('fingerprint', {
      description: 'What their errors have in common, with "<number>", "<id>", "<path>" ... in the place of the rest.',
    }),
    jobs: t.exposeFloat('count', { description: 'How many jobs.' }),
    messages: t.exposeInt('messages', { description: 'How many different errors.' }),
    example: t.exposeString('example', { description: 'The error that most of them have, as it was sent.' }),
    firstAt: t.field({
      type: 'DateTime',
      description: 'The first of these jobs.',
      resolve: ({ first }) => new Date(first),
    }),
    lastAt: t.field({
      type: 'DateTime',
      description: 'The last of these jobs.',
      resolve: ({ last }) => new Date(last),
    }),
  }),
})
