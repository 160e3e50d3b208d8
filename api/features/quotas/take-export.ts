import type { Sql } from '../../db/client.ts'
import { dayOf, nextDay } from '../../lib/utc-day.ts'
import { quotaExceeded } from '../../schema/errors.ts'
import { countExport, selectQuotas } from './queries.ts'

/**
 * Counts an export of the organization. Throws QUOTA_EXCEEDED when it has had all of the day's. In a transaction that is
 * rolled back, nothing is counted.
 */
export async function takeExport(sql: Sql, organizationId: number, now: Date): Promise<void> {
  if (await countExport(sql, organizationId, dayOf(now))) return
  const { limits } = await selectQuotas(sql, organizationId, dayOf(now))
  throw quotaExceeded(
    `The organization has had all of its ${limits.exportsADay} exports a day. There are more from ${nextDay(now).toISOString()} on.`,
  )
}
