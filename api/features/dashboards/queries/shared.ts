import type { Sql } from '../../../db/client.ts'
import type { DashboardRow } from './dashboards.ts'

/** All SQL of those who come by a share link. The link says which dashboard: who else sees it does not matter. */

export type SharedRow = Pick<DashboardRow, 'id' | 'title' | 'description' | 'version' | 'updatedAt'>

/** The dashboard of a link; null when it was deleted meanwhile. */
export async function findShared(sql: Sql, organizationId: number, id: string): Promise<SharedRow | null> {
  const [row] = await sql<SharedRow[]>`
    select id, title, description, version, updated_at from dashboards
    where organization_id = ${organizationId} and id = ${id}::uuid`
  return row ?? null
}
