import { builder } from '../../schema/builder.ts'
import { type Context, refuseWithout } from '../../schema/context.ts'
import { actorOf } from '../audit/index.ts'
import { changeRetention } from './change-retention.ts'
import type { RetentionDays } from './queries.ts'
import { Retention } from './retention.ts'

builder.mutationField('setRetention', (t) =>
  t.field({
    type: Retention,
    description:
      'Says how long the organization keeps its jobs and their rollups. What is older is deleted within half an hour, and does ' +
      'not come back.',
    args: {
      jobsDays: t.arg.int({ description: 'For how many days to keep jobs. Without it: for ever.' }),
      rollupsDays: t.arg.int({
        description: 'For how many days to keep rollups, at least as long as jobs. Without it: for ever.',
      }),
    },
    resolve: (_root, { jobsDays, rollupsDays }, context) =>
      set(context, { jobsDays: jobsDays ?? null, rollupsDays: rollupsDays ?? null }),
  }),
)

function set(context: Context, days: RetentionDays) {
  refuseWithout('organization.manage', context.viewer)
  return changeRetention(context.sql, actorOf(context), days, context.viewer.organization.name)
}
