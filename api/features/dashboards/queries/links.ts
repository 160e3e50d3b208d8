import type { Sql } from '../../../db/client.ts'

/** All SQL about share links. Who comes by one is recognised in api/access. */

export interface LinkRow {
  id: number
  dashboardId: string
  createdBy: string
  createdAt: Date
  expiresAt: Date | null
  revokedAt: Date | null
  lastUsedAt: Date | null
}

export async function insertLink(
  sql: Sql,
  organizationId: number,
  link: Pick<LinkRow, 'dashboardId' | 'createdBy' | 'createdAt' | 'expiresAt'> & { tokenHash: Buffer },
): Promise<LinkRow> {
  const { dashboardId, tokenHash, createdBy, createdAt, expiresAt } = link
  const [row] = await sql<LinkRow[]>`
    insert into dashboard_share_links (organization_id, dashboard_id, token_hash, created_by, created_at, expires_at)
    values (${organizationId}, ${dashboardId}::uuid, ${tokenHash}, ${createdBy}, ${createdAt}, ${expiresAt})
    returning ${columns(sql)}`
  return row!
}

/** Links of dashboards, those left out that were revoked, newest first. */
export function selectLinks(sql: Sql, organizationId: number, dashboardIds: readonly string[]): Promise<LinkRow[]> {
  return sql<LinkRow[]>`
    select ${columns(sql)} from dashboard_share_links
    where organization_id = ${organizationId} and dashboard_id = any(${[...dashboardIds]}::uuid[]) and revoked_at is null
    order by id desc`
}

/** The link with this id, which nobody else changes until the transaction ends. */
export async function lockLink(sql: Sql, organizationId: number, id: number): Promise<LinkRow | null> {
  const [row] = await sql<LinkRow[]>`
    select ${columns(sql)} from dashboard_share_links
    where organization_id = ${organizationId} and id = ${id} for no key update`
  return row ?? null
}

export async function updateRevoked(
  sql: Sql,
  organizationId: number,
  { id, revokedAt }: { id: number; revokedAt: Date },
): Promise<LinkRow> {
  const [row] = await sql<LinkRow[]>`
    update dashboard_share_links set revoked_at = ${revokedAt}
    where organization_id = ${organizationId} and id = ${id} returning ${columns(sql)}`
  return row!
}

function columns(sql: Sql) {
  return sql`id, dashboard_id, created_by, created_at, expires_at, revoked_at, last_used_at`
}
