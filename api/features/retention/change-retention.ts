import type { Sql } from '../../db/client.ts'
import { transaction } from '../../db/transaction.ts'
import { type Actor, recordAudit } from '../audit/index.ts'
import { checkRetention } from './check-retention.ts'
import { type RetentionDays, type RetentionRow, selectRetention, upsertRetention } from './queries.ts'

/**
 * Changes the days that are given, and returns all there is about them. What is older is deleted by the server, some
 * minutes later. Throws a UserError when they do not fit together. `subject` is the name of the organization.
 */
export async function changeRetention(
  sql: Sql,
  actor: Actor,
  changes: Partial<RetentionDays>,
  subject: string,
): Promise<RetentionRow> {
  return transaction(sql, async (sql) => {
    const known = await selectRetention(sql, actor.organizationId)
    const before: RetentionDays = { jobsDays: known.jobsDays, rollupsDays: known.rollupsDays }
    const after = { ...before, ...changes }
    checkRetention(after)
    await upsertRetention(sql, actor.organizationId, after)
    await recordAudit(sql, actor, { action: 'retention.changed', subject, before, after })
    return { ...known, ...after }
  })
}
