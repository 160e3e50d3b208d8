import type { RecordResult } from '../../ingest/index.ts'
import { builder } from '../../schema/builder.ts'

/** `RowError` in GraphQL. */
export const RowError = builder.objectRef<RecordResult['errors'][number]>('RowError').implement({
  description: 'Why one of the jobs that were sent was not recorded.',
  fields: (t) => ({
    index: t.exposeInt('index', { description: 'Its place in the list that was sent, from 0.' }),
    reason: t.exposeString('reason', { description: 'What is wrong with it, and what to do.' }),
  }),
})
