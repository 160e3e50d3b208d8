import type { Sql } from '../../../db/client.ts'
import type { PanelDocument } from '../../panels/index.ts'
import type { DashboardDocument } from '../dashboard-document.ts'

/** All SQL about the versions of dashboards, and about the panels of the current ones. */

/** A version, without its document: that is large. */
export interface VersionRow {
  dashboardId: string
  number: number
  savedAt: Date
  savedBy: string
  comment: string | null
}

export async function insertVersion(
  sql: Sql,
  organizationId: number,
  version: VersionRow & { document: DashboardDocument },
): Promise<void> {
  const { dashboardId, number, document, savedAt, savedBy, comment } = version
  // As text: whatever is sent as JSON goes through jsonb, which sorts the keys.
  await sql`
    insert into dashboard_versions (organization_id, dashboard_id, number, document, saved_at, saved_by, comment)
    values (${organizationId}, ${dashboardId}::uuid, ${number}, ${JSON.stringify(document)}::text::json, ${savedAt},
            ${savedBy}, ${comment})`
}

/** Names a version. */
export type VersionId = Pick<VersionRow, 'dashboardId' | 'number'>

/** Documents of versions, in no order. */
export function selectDocuments(
  sql: Sql,
  organizationId: number,
  versions: readonly VersionId[],
): Promise<(VersionId & { document: DashboardDocument })[]> {
  const ids = versions.map(({ dashboardId }) => dashboardId)
  const numbers = versions.map(({ number }) => number)
  return sql<(VersionId & { document: DashboardDocument })[]>`
    select dashboard_id, number, document from dashboard_versions
    where organization_id = ${organizationId}
      and (dashboard_id, number) in (select * from unnest(${ids}::uuid[], ${numbers}::int[]))`
}

/** The newest versions of a dashboard before a number, newest first. */
export function selectVersions(
  sql: Sql,
  organizationId: number,
  { dashboardId, before, limit }: { dashboardId: string; before: number | null; limit: number },
): Promise<VersionRow[]> {
  return sql<VersionRow[]>`
    select dashboard_id, number, saved_at, saved_by, comment from dashboard_versions
    where organization_id = ${organizationId} and dashboard_id = ${dashboardId}::uuid
      ${before === null ? sql`` : sql`and number < ${before}::bigint`}
    order by number desc limit ${limit}`
}

/** The version with this number; null when there is none. */
export async function selectVersion(
  sql: Sql,
  organizationId: number,
  { dashboardId, number }: VersionId,
): Promise<VersionRow | null> {
  const [row] = await selectVersions(sql, organizationId, { dashboardId, before: number + 1, limit: 1 })
  return row?.number === number ? row : null
}

export async function deletePanels(sql: Sql, organizationId: number, dashboardId: string): Promise<void> {
  await sql`
    delete from dashboard_panels where organization_id = ${organizationId} and dashboard_id = ${dashboardId}::uuid`
}

/** Notes whose panels these are, those left out whose id another dashboard of the organization has; returns the ids of the others. */
export async function insertPanels(
  sql: Sql,
  organizationId: number,
  dashboardId: string,
  panels: readonly Pick<PanelDocument, 'id' | 'title'>[],
): Promise<string[]> {
  const ids = panels.map(({ id }) => id)
  const titles = panels.map(({ title }) => title)
  const rows = await sql<{ id: string }[]>`
    insert into dashboard_panels (organization_id, id, dashboard_id, title)
    select ${organizationId}, id, ${dashboardId}::uuid, title
    from unnest(${ids}::uuid[], ${titles}::text[]) as sent (id, title)
    order by id
    on conflict (organization_id, id) do nothing returning id`
  return rows.map(({ id }) => id)
}

/** Whose panels these are: each dashboard once. */
export async function selectDashboardsOfPanels(
  sql: Sql,
  organizationId: number,
  panelIds: readonly string[],
): Promise<string[]> {
  const rows = await sql<{ dashboardId: string }[]>`
    select distinct dashboard_id from dashboard_panels
    where organization_id = ${organizationId} and id = any(${[...panelIds]}::uuid[])`
  return rows.map(({ dashboardId }) => dashboardId)
}
