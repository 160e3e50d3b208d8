import { builder } from '../../schema/builder.ts'
import { organizationFor } from '../../schema/context.ts'
import { type ScanRow, selectScan } from './queries/scans.ts'

const InsightScan = builder.objectRef<ScanRow>('InsightScan').implement({
  description: 'When it was looked for insights.',
  fields: (t) => ({
    startedAt: t.expose('startedAt', { type: 'DateTime', description: 'When the last scan began.' }),
    endedAt: t.expose('endedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the last complete one ended, which may be one before; null: none has yet.',
    }),
  }),
})

builder.queryField('insightScan', (t) =>
  t.field({
    type: InsightScan,
    nullable: true,
    description: 'When the pipelines of the organization were last scanned. Null: not yet.',
    resolve: (_root, _args, context) => selectScan(context.sql, organizationFor('metrics.read', context)),
  }),
)
