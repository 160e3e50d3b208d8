import type { Sql } from '../../db/client.ts'
import { transaction } from '../../db/transaction.ts'
import { forgetJobs } from '../../ingest/index.ts'
import { forgetRollups, lockRollups } from '../../rollups/index.ts'
import type { Limits } from './queries.ts'

/** Deletes what an organization does not keep; the signal ends it after the transaction that it is at. */
export async function forget(sql: Sql, limits: Omit<Limits, 'keptSince'>, signal: AbortSignal): Promise<void> {
  const { organizationId, jobsKeptFrom, rollupsKeptFrom } = limits
  let isMore = true
  while (jobsKeptFrom && isMore && !signal.aborted) isMore = await forgetSome(sql, organizationId, jobsKeptFrom)
  if (rollupsKeptFrom) await forgetRollups(sql, organizationId, rollupsKeptFrom)
}

/** Nobody makes or asks for rollups meanwhile: an hour that loses jobs is never counted again. */
function forgetSome(sql: Sql, organizationId: number, before: Date): Promise<boolean> {
  return transaction(sql, async (sql) => {
    await lockRollups(sql, organizationId)
    return forgetJobs(sql, organizationId, before)
  })
}
