import type { Sql } from '../db/client.ts'
import { transaction } from '../db/transaction.ts'
import {
  type ChangedDay,
  countDay,
  countHours,
  deleteMarks,
  lockRollups,
  planForValues,
  selectChangedDays,
} from './queries.ts'

/** Days that are looked up at once. */
const DAYS_AT_ONCE = 100

interface RefreshOptions {
  /** Hours that were written to after this moment are left for later. Null: none is. */
  quietSince: Date | null
  /** Null: all. */
  organizationId: number | null
  /** Told after each day, with how many hours were counted in all so far. */
  onProgress?: (hours: number) => void
  /** Ends it after the day that it is at. */
  signal?: AbortSignal
}

/**
 * Counts again what has changed, day by day, each in a transaction of its own, and returns how many hours that were. Answers
 * are right before, meanwhile and afterwards: they only get faster. Many processes may do it at once.
 */
export async function refreshRollups(sql: Sql, options: RefreshOptions): Promise<number> {
  const { quietSince, organizationId, onProgress, signal } = options
  let hours = 0
  for (;;) {
    const days = await selectChangedDays(sql, quietSince, { organizationId, limit: DAYS_AT_ONCE })
    for (const day of days) {
      if (signal?.aborted) return hours
      hours += await refreshDay(sql, day)
      onProgress?.(hours)
    }
    // What changes without a pause would never be done: one round is enough for what is asked now.
    if (days.length < DAYS_AT_ONCE) return hours
  }
}

function refreshDay(sql: Sql, { organizationId, day, hours }: ChangedDay): Promise<number> {
  return transaction(sql, async (sql) => {
    await lockRollups(sql, organizationId)
    const marked = await deleteMarks(sql, organizationId, hours)
    // Somebody else was faster.
    if (marked.length === 0) return 0
    await planForValues(sql)
    await countHours(sql, organizationId, marked)
    await countDay(sql, organizationId, day)
    return marked.length
  })
}
