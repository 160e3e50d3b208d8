import type { RecordResult } from '../../ingest/index.ts'
import { builder } from '../../schema/builder.ts'
import { RowError } from './row-error.ts'

/** `RecordJobsPayload` in GraphQL. */
export const RecordJobsPayload = builder.objectRef<RecordResult>('RecordJobsPayload').implement({
  description: 'What became of the jobs that were sent: the three numbers add up to how many they were.',
  fields: (t) => ({
    accepted: t.exposeInt('accepted', { description: 'How many made a job or changed one.' }),
    unchanged: t.exposeInt('unchanged', { description: 'How many said nothing new.' }),
    rejected: t.exposeInt('rejected', { description: 'How many were not recorded; `errors` says why.' }),
    errors: t.expose('errors', { type: [RowError], description: 'One entry for each rejected job, in their order.' }),
  }),
})
