import type { Sql } from '../../../db/client.ts'
import type { DashboardDocument } from '../dashboard-document.ts'

/** All SQL about what people keep of dashboards: drafts, favourites, and when they opened one. */

/** Whose, and of which dashboard. */
export interface Own {
  userId: number
  dashboardId: string
}

export interface DraftRow extends Own {
  document: DashboardDocument
  /** Number of the version that it began with. */
  basedOn: number
  savedAt: Date
}

/** Drafts of a person, in no order. */
export function selectDrafts(
  sql: Sql,
  organizationId: number,
  { userId, dashboardIds }: { userId: number; dashboardIds: readonly string[] },
): Promise<DraftRow[]> {
  return sql<DraftRow[]>`
    select user_id, dashboard_id, document, based_on, saved_at from dashboard_drafts
    where organization_id = ${organizationId} and user_id = ${userId} and dashboard_id = any(${[...dashboardIds]}::uuid[])`
}

/** Puts a draft in place of an earlier one. */
export async function upsertDraft(sql: Sql, organizationId: number, draft: DraftRow): Promise<void> {
  const { userId, dashboardId, document, basedOn, savedAt } = draft
  await sql`
    insert into dashboard_drafts (organization_id, dashboard_id, user_id, document, based_on, saved_at)
    values (${organizationId}, ${dashboardId}::uuid, ${userId}, ${JSON.stringify(document)}::text::json, ${basedOn}, ${savedAt})
    on conflict (organization_id, dashboard_id, user_id)
      do update set document = excluded.document, based_on = excluded.based_on, saved_at = excluded.saved_at`
}

export async function deleteDraft(sql: Sql, organizationId: number, { userId, dashboardId }: Own): Promise<void> {
  await sql`
    delete from dashboard_drafts
    where organization_id = ${organizationId} and dashboard_id = ${dashboardId}::uuid and user_id = ${userId}`
}

export async function insertFavourite(sql: Sql, organizationId: number, { userId, dashboardId }: Own): Promise<void> {
  await sql`
    insert into dashboard_favourites (organization_id, user_id, dashboard_id)
    values (${organizationId}, ${userId}, ${dashboardId}::uuid) on conflict do nothing`
}

export async function deleteFavourite(sql: Sql, organizationId: number, { userId, dashboardId }: Own): Promise<void> {
  await sql`
    delete from dashboard_favourites
    where organization_id = ${organizationId} and user_id = ${userId} and dashboard_id = ${dashboardId}::uuid`
}

export async function upsertVisit(
  sql: Sql,
  organizationId: number,
  { userId, dashboardId, visitedAt }: Own & { visitedAt: Date },
): Promise<void> {
  await sql`
    insert into dashboard_visits (organization_id, user_id, dashboard_id, visited_at)
    values (${organizationId}, ${userId}, ${dashboardId}::uuid, ${visitedAt})
    on conflict (organization_id, user_id, dashboard_id) do update set visited_at = excluded.visited_at`
}
