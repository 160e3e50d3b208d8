import type { Sql } from '../../db/client.ts'
import { transaction } from '../../db/transaction.ts'
import { dayOf } from '../../lib/utc-day.ts'
import { type Actor, recordAudit } from '../audit/index.ts'
import { type Limits, selectQuotas, upsertLimits } from './queries.ts'

/** Changes the limits that are given, and returns all of them. Null: without a limit. */
export async function setLimits(
  sql: Sql,
  actor: Actor,
  changes: Partial<Limits>,
  { subject, now }: { subject: string; now: Date },
): Promise<Limits> {
  return transaction(sql, async (sql) => {
    const { limits: before } = await selectQuotas(sql, actor.organizationId, dayOf(now))
    const after = { ...before, ...changes }
    await upsertLimits(sql, actor.organizationId, after)
    await recordAudit(sql, actor, { action: 'quota.changed', subject, before, after })
    return after
  })
}
