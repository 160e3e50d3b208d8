import type { Sql } from '../../db/client.ts'
import { forget } from './forget.ts'
import { moveKeptFrom, selectAllLimits } from './queries.ts'

/**
 * Nothing is deleted for so long after every process was told that it will be: whoever was reading or writing it has come
 * to an end by then. Statements are stopped after 30 seconds, and a batch is written in far less.
 */
const GRACE_MS = 10 * 60_000

/**
 * Deletes what organizations do not keep, and then moves what they keep forward to today's limits: that is deleted the next
 * time. Many processes may do it at once.
 */
export async function enforceRetention(sql: Sql, { now, signal }: { now: Date; signal: AbortSignal }): Promise<void> {
  for (const limits of await selectAllLimits(sql)) {
    if (signal.aborted) return
    if (limits.keptSince && now.getTime() - limits.keptSince.getTime() >= GRACE_MS) await forget(sql, limits, signal)
    await moveKeptFrom(sql, limits.organizationId, now)
  }
}
