import { builder } from '../../schema/builder.ts'
import { organizationFor } from '../../schema/context.ts'
import { type RetentionRow, selectRetention } from './queries.ts'

export const Retention = builder.objectRef<RetentionRow>('Retention').implement({
  description: 'How long an organization keeps its jobs, and the rollups that answer questions when jobs are gone.',
  fields: (t) => ({
    jobsDays: t.exposeInt('jobsDays', {
      nullable: true,
      description: 'For how many days jobs are kept; null: for ever.',
    }),
    rollupsDays: t.exposeInt('rollupsDays', {
      nullable: true,
      description: 'For how many days rollups are kept, at least as long as jobs; null: for ever.',
    }),
    jobsKeptFrom: t.expose('jobsKeptFrom', {
      type: 'DateTime',
      nullable: true,
      description: 'Jobs of before are deleted, or about to be; null: no jobs are.',
    }),
    rollupsKeptFrom: t.expose('rollupsKeptFrom', {
      type: 'DateTime',
      nullable: true,
      description: 'Rollups of before are deleted, or about to be; null: no rollups are.',
    }),
  }),
})

builder.queryField('retention', (t) =>
  t.field({
    type: Retention,
    description: 'How long the organization keeps its jobs.',
    resolve: (_root, _args, context) => selectRetention(context.sql, organizationFor('organization.read', context)),
  }),
)
