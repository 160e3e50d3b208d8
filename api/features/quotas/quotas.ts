import { dayOf, nextDay } from '../../lib/utc-day.ts'
import { builder } from '../../schema/builder.ts'
import { type Context, organizationFor } from '../../schema/context.ts'
import { Quota, type QuotaShape } from './quota.ts'
import { selectQuotas } from './queries.ts'

builder.queryField('quotas', (t) =>
  t.field({
    type: [Quota],
    description: 'What the organization may have, and what it uses of that.',
    resolve: (_root, _args, context) => list(context),
  }),
)

async function list(context: Context): Promise<QuotaShape[]> {
  const organizationId = organizationFor('organization.read', context)
  const now = context.now()
  const { limits, used } = await selectQuotas(context.sql, organizationId, dayOf(now))
  const resetsAt = nextDay(now)
  const queries = context.queriesAtOnce.running(organizationId)
  return [
    { name: 'JOBS_A_DAY', limit: limits.jobsADay, used: used.jobs, unit: 'jobs', resetsAt },
    { name: 'STORED_BYTES', limit: limits.storedBytes, used: used.bytes, unit: 'bytes', resetsAt: null },
    { name: 'QUERIES_AT_ONCE', limit: limits.queriesAtOnce, used: queries, unit: 'queries', resetsAt: null },
    { name: 'EXPORTS_A_DAY', limit: limits.exportsADay, used: used.exports, unit: 'exports', resetsAt },
  ]
}
