import type { Sql } from '../../db/client.ts'
import { transaction } from '../../db/transaction.ts'
import { isUuid } from '../../lib/is-uuid.ts'
import type { Context } from '../../schema/context.ts'
import { askerFor } from './asker.ts'
import { noDashboard } from './not-found.ts'
import { type DashboardRow, findDashboard, lockDashboard } from './queries/dashboards.ts'

/** What is done with a dashboard, in a transaction in which nobody else changes it. */
export type Work<Result> = (sql: Sql, dashboard: DashboardRow, organizationId: number) => Promise<Result>

/** Does something with a dashboard that the caller may change, and tells whoever watches it. Throws FORBIDDEN, NOT_FOUND. */
export async function workOnDashboard<Result>(context: Context, id: string, work: Work<Result>): Promise<Result> {
  const asker = askerFor('dashboards.edit', context)
  const { organizationId } = asker
  const result = await transaction(context.sql, async (sql) => {
    const dashboard = isUuid(id) ? await lockDashboard(sql, asker, id) : null
    if (!dashboard) throw noDashboard()
    return work(sql, dashboard, organizationId)
  })
  tellOfDashboards(context, [id])
  return result
}

/** The same, and returns the dashboard as it is then. */
export async function changeDashboard(context: Context, id: string, work: Work<void>): Promise<DashboardRow> {
  await workOnDashboard(context, id, work)
  const dashboard = await findDashboard(context.sql, askerFor('dashboards.edit', context), id)
  if (!dashboard) throw noDashboard()
  return dashboard
}

/** Tells whoever watches dashboards that these changed. */
export function tellOfDashboards({ viewer, changes, now }: Context, ids: string[]): void {
  const at = now()
  changes.publish({ organizationId: viewer.organization.id, dataset: 'dashboards', from: at, to: at, ids })
}
