import { builder } from '../../schema/builder.ts'
import type { PipelineRow } from './queries.ts'

/** A pipeline in GraphQL. Its jobs are added by the feature `jobs`. */
export const Pipeline = builder.objectRef<PipelineRow>('Pipeline').implement({
  description: 'Something that runs again and again. Each run of it is a job.',
  fields: (t) => ({
    id: t.id({
      description: 'The key as the sender wrote it: stable, readable and fit for an address.',
      resolve: (pipeline) => pipeline.key,
    }),
    name: t.exposeString('name', { description: 'Its name for people.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the first job of it was received.' }),
  }),
})
