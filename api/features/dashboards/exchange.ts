import type { Sql } from '../../db/client.ts'
import { isUuid } from '../../lib/is-uuid.ts'
import { UserError } from '../../lib/user-error.ts'
import type { Services } from '../../schema/context.ts'
import type { Actor } from '../audit/index.ts'
import { createDashboard } from './create-dashboard.ts'
import { type DashboardDocument, readDashboardDocument } from './dashboard-document.ts'
import { readFolder } from './folder-path.ts'
import { selectDocuments, selectVersions } from './queries/versions.ts'

/** The document of a dashboard, also of a private one: for whoever runs the server. Throws a UserError when there is none. */
export async function exportDashboard(sql: Sql, organizationId: number, id: string): Promise<DashboardDocument> {
  const last = { dashboardId: id, before: null, limit: 1 }
  const versions = isUuid(id) ? await selectVersions(sql, organizationId, last) : []
  const [current] = await selectDocuments(sql, organizationId, versions)
  if (!current) throw new UserError(`There is no dashboard with the id "${id}" in this organization.`)
  return current.document
}

/**
 * Makes a dashboard of the server's own doing, for everyone in the organization, and returns its id. Throws a UserError that
 * says what is wrong in the document, place by place.
 */
export function importDashboard(
  deps: Pick<Services, 'sql' | 'now'>,
  actor: Actor,
  { document, folder }: { document: unknown; folder: string | null },
): Promise<string> {
  return createDashboard(deps, actor, {
    document: readDashboardDocument(document),
    folder: readFolder(folder),
    visibility: 'ORGANIZATION',
    ownerId: null,
    savedBy: actor.name,
    action: 'dashboard.imported',
  })
}
