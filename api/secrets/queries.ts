import type { Sql } from '../db/client.ts'

/** All SQL about renewing what is sealed. It goes over all organizations: whoever runs the server calls it. */

/** A sealed value, and where it stands. */
export interface SealedRow {
  table: SealedTable
  organizationId: number
  id: number
  sealed: Buffer
}

export type SealedTable = 'users' | 'identity_providers'

export async function selectSealed(sql: Sql): Promise<SealedRow[]> {
  return sql<SealedRow[]>`
    select 'users' as table, 0 as organization_id, id, totp_secret as sealed from users where totp_secret is not null
    union all
    select 'identity_providers', organization_id, id, client_secret from identity_providers
    where client_secret is not null
    order by 1, 2, 3`
}

/** Puts a newly sealed value in the place of the old one. False: it was changed meanwhile, and is new then. */
export async function updateSealed(sql: Sql, { table, organizationId, id, sealed }: SealedRow, renewed: Buffer) {
  const rows =
    table === 'users'
      ? await sql`update users set totp_secret = ${renewed} where id = ${id} and totp_secret = ${sealed} returning 1`
      : await sql`
          update identity_providers set client_secret = ${renewed}
          where organization_id = ${organizationId} and id = ${id} and client_secret = ${sealed} returning 1`
  return rows.length > 0
}
