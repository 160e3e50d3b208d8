import type { Sql } from '../../../db/client.ts'
import type { Role } from '../../../schema/permissions.ts'

/** All SQL about accepting invitations. Making them is up to the organization. */

export interface InvitationRow {
  id: number
  organizationId: number
  organization: string
  email: string
  role: Role
  /** Of the person with that address; null when there is none. */
  userId: number | null
}

/** What a link invites to; null when it was used, revoked, or is over. */
export async function selectInvitation(sql: Sql, tokenHash: Buffer, now: Date): Promise<InvitationRow | null> {
  const [row] = await sql<InvitationRow[]>`
    select invitations.id, invitations.organization_id, organizations.name as organization, invitations.email, role,
           users.id as user_id
    from invitations
    join organizations on organizations.id = invitations.organization_id
    left join users on users.email = invitations.email
    where token_hash = ${tokenHash} and accepted_at is null and revoked_at is null
      and invitations.expires_at > ${now}`
  return row ?? null
}

/** Uses an invitation up. Of several who try at once only one gets true. */
export async function takeInvitation(sql: Sql, { organizationId, id }: InvitationRow, now: Date): Promise<boolean> {
  const rows = await sql`
    update invitations set accepted_at = ${now}
    where organization_id = ${organizationId} and id = ${id} and accepted_at is null and revoked_at is null
      and expires_at > ${now}
    returning id`
  return rows.length > 0
}
