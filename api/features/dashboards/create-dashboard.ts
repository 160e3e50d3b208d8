import { randomUUID } from 'node:crypto'
import { transaction } from '../../db/transaction.ts'
import { UserError } from '../../lib/user-error.ts'
import type { Services } from '../../schema/context.ts'
import { type Actor, recordAudit } from '../audit/index.ts'
import type { DashboardDocument } from './dashboard-document.ts'
import { countAll, insertDashboard, type Visibility } from './queries/dashboards.ts'
import { writeVersion } from './write-version.ts'

/** A leaked key that may make dashboards shall not fill the database. */
const MOST_DASHBOARDS = 2_000

/** What a new dashboard is. */
export interface Creation {
  document: DashboardDocument
  folder: string | null
  visibility: Visibility
  /** Null: nobody in particular. */
  ownerId: number | null
  /** Who makes it, as the history says. */
  savedBy: string
  /** As the audit log says. */
  action: 'dashboard.created' | 'dashboard.imported' | 'dashboard.duplicated'
}

/** Makes a dashboard with its first version, and returns its id. Throws a UserError when there are too many. */
export function createDashboard(
  { sql, now }: Pick<Services, 'sql' | 'now'>,
  actor: Actor,
  { document, folder, visibility, ownerId, savedBy, action }: Creation,
): Promise<string> {
  const { organizationId } = actor
  const [id, createdAt] = [randomUUID(), now()]
  return transaction(sql, async (tx) => {
    if ((await countAll(tx, organizationId)) >= MOST_DASHBOARDS) {
      throw new UserError(`There are ${MOST_DASHBOARDS} dashboards, which is the most: delete one first.`)
    }
    const { title, description } = document
    await insertDashboard(tx, organizationId, { id, title, description, folder, visibility, ownerId, createdAt })
    await writeVersion(tx, organizationId, {
      dashboardId: id,
      number: 1,
      document,
      savedAt: createdAt,
      savedBy,
      comment: null,
    })
    await recordAudit(tx, actor, { action, subject: title, after: { id, folder, visibility } })
    return id
  })
}
