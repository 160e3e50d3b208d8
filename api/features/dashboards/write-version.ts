import { randomUUID } from 'node:crypto'
import type { Sql } from '../../db/client.ts'
import type { PanelDocument } from '../panels/index.ts'
import type { DashboardDocument } from './dashboard-document.ts'
import { updateDashboard } from './queries/dashboards.ts'
import { deletePanels, insertPanels, insertVersion, type VersionRow } from './queries/versions.ts'

/** A version that is to be written, and becomes the current one of its dashboard. */
export type NewVersion = VersionRow & { document: DashboardDocument }

/**
 * Writes a version of a dashboard that is there. A panel whose id another dashboard of the organization has gets a new id:
 * so a document can be imported twice, and panels can be copied from one dashboard to another.
 */
export async function writeVersion(sql: Sql, organizationId: number, version: NewVersion): Promise<void> {
  const { dashboardId, number, savedAt } = version
  const panels = await writePanels(sql, organizationId, dashboardId, version.document.panels)
  const document = { ...version.document, panels }
  await insertVersion(sql, organizationId, { ...version, document })
  const { title, description } = document
  await updateDashboard(sql, organizationId, {
    id: dashboardId,
    title,
    description,
    version: number,
    updatedAt: savedAt,
  })
}

/** The panels as they were written. */
async function writePanels(
  sql: Sql,
  organizationId: number,
  dashboardId: string,
  panels: readonly PanelDocument[],
): Promise<PanelDocument[]> {
  await deletePanels(sql, organizationId, dashboardId)
  const kept = new Set(await insertPanels(sql, organizationId, dashboardId, panels))
  const all = panels.map((panel) => (kept.has(panel.id) ? panel : { ...panel, id: randomUUID() }))
  await insertPanels(
    sql,
    organizationId,
    dashboardId,
    all.filter(({ id }) => !kept.has(id)),
  )
  return all
}
