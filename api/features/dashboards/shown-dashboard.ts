import { isUuid } from '../../lib/is-uuid.ts'
import { type Context, reachFor } from '../../schema/context.ts'
import type { Reach } from '../../db/reach.ts'
import { badInput, forbidden, notFound } from '../../schema/errors.ts'
import { askerFor, personFor } from './asker.ts'
import type { DashboardDocument } from './dashboard-document.ts'
import { documentOf } from './loaders.ts'
import { noDashboard } from './not-found.ts'
import { findDashboard } from './queries/dashboards.ts'
import { selectDrafts } from './queries/people.ts'
import { findShared } from './queries/shared.ts'
import { selectDashboardsOfPanels } from './queries/versions.ts'

/** A dashboard, or a draft of one, whose panels are looked at, and what its questions may reach. */
export interface ShownDashboard {
  id: string
  document: DashboardDocument
  reach: Reach
}

/**
 * The dashboard that panels belong to, for whoever may look at it: people, keys, and who came by a link to it. With
 * `draftOf` the asker's own draft of that dashboard. Throws FORBIDDEN, and NOT_FOUND for what is not there for them.
 */
export async function shownDashboard(
  context: Context,
  { panelIds, draftOf }: { panelIds: readonly string[]; draftOf: string | null },
): Promise<ShownDashboard> {
  const { shareLink } = context.viewer
  if (shareLink && draftOf !== null) throw forbidden('Who came by a share link has no drafts: leave out "draftOf".')
  if (shareLink) return sharedDashboard(context, shareLink.dashboardId)
  const reach = reachFor('metrics.read', context)
  if (draftOf !== null) return { id: draftOf, document: await draftDocument(context, draftOf), reach }
  const asker = askerFor('dashboards.read', context)
  const ids = panelIds.every(isUuid) ? await selectDashboardsOfPanels(context.sql, asker.organizationId, panelIds) : []
  const found = await Promise.all(ids.map((id) => findDashboard(context.sql, asker, id)))
  const [dashboard, ...others] = found.filter((one) => one !== null)
  if (!dashboard) throw noPanel()
  if (others.length > 0) throw badInput('The panels belong to several dashboards: subscribe to each by itself.')
  const { id, version } = dashboard
  return { id, document: await documentOf(context).load({ dashboardId: id, number: version }), reach }
}

/** What is said of a panel that is not there. */
export function noPanel() {
  return notFound('There is no such panel: its dashboard was changed or deleted, or is private now. Load it again.')
}

async function sharedDashboard(context: Context, id: string): Promise<ShownDashboard> {
  const { organization, kept } = context.viewer
  const dashboard = await findShared(context.sql, organization.id, id)
  if (!dashboard) throw noDashboard()
  const document = await documentOf(context).load({ dashboardId: id, number: dashboard.version })
  return { id, document, reach: { organizationId: organization.id, pipelines: null, kept } }
}

async function draftDocument(context: Context, id: string): Promise<DashboardDocument> {
  const asker = personFor('dashboards.edit', context)
  if (!isUuid(id) || !(await findDashboard(context.sql, asker, id))) throw noDashboard()
  const { organizationId, userId } = asker
  const [draft] = await selectDrafts(context.sql, organizationId, { userId, dashboardIds: [id] })
  if (!draft) throw notFound('You have no draft of this dashboard: leave out "draftOf".')
  return draft.document
}
