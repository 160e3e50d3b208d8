import type { Sql } from '../db/client.ts'
import { transaction } from '../db/transaction.ts'
import { deleteRollups, lockRollups } from './queries.ts'

/** Deletes the rollups of an organization of before a midnight in UTC. */
export async function forgetRollups(sql: Sql, organizationId: number, before: Date): Promise<void> {
  await transaction(sql, async (sql) => {
    await lockRollups(sql, organizationId)
    await deleteRollups(sql, organizationId, before)
  })
}
