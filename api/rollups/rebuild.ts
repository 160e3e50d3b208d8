import type { Sql } from '../db/client.ts'
import { transaction } from '../db/transaction.ts'
import { lockRollups, markHours } from './queries.ts'
import { refreshRollups } from './refresh.ts'

interface RebuildOptions {
  organizationId: number
  from: Date
  to: Date
  /** Told after each day: hours that are done, of how many. */
  onProgress: (done: number, total: number) => void
  signal?: AbortSignal
}

/**
 * Counts all rollups of a range again, while everything goes on: meanwhile the jobs themselves answer. Returns how many
 * hours that were. Hours whose jobs are not kept stay as they are. When it is interrupted, the upkeep of the server does the rest.
 */
export async function rebuildRollups(sql: Sql, options: RebuildOptions): Promise<number> {
  const { organizationId, from, to, onProgress, signal } = options
  const total = await transaction(sql, async (sql) => {
    // Retention deletes jobs of hours that nobody has marked, and holds the rollups meanwhile.
    await lockRollups(sql, organizationId)
    return markHours(sql, organizationId, from, to)
  })
  const progress = (hours: number) => onProgress(Math.min(hours, total), total)
  return refreshRollups(sql, { quietSince: null, organizationId, onProgress: progress, ...(signal && { signal }) })
}
