import type { Sql } from '../../../db/client.ts'
import type { Role } from '../../../schema/permissions.ts'

/** All SQL about making and revoking invitations. Accepting them is up to people. */

export interface InvitationRow {
  id: number
  email: string
  role: Role
  invitedBy: string
  createdAt: Date
  expiresAt: Date
}

export interface NewInvitation extends Omit<InvitationRow, 'id'> {
  tokenHash: Buffer
}

/** Invitations that can be accepted, the latest first. */
export async function selectInvitations(sql: Sql, organizationId: number, now: Date): Promise<InvitationRow[]> {
  return sql<InvitationRow[]>`
    select ${columns(sql)} from invitations
    where organization_id = ${organizationId} and ${isOpen(sql, now)}
    order by created_at desc, id desc`
}

export async function countInvitations(sql: Sql, organizationId: number, now: Date): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from invitations where organization_id = ${organizationId} and ${isOpen(sql, now)}`
  return row!.count
}

/** One open invitation, by its id or its address, which nobody else changes until the transaction ends. */
export async function lockInvitation(
  sql: Sql,
  organizationId: number,
  which: { id: number } | { email: string },
  now: Date,
): Promise<InvitationRow | null> {
  const [row] = await sql<InvitationRow[]>`
    select ${columns(sql)} from invitations
    where organization_id = ${organizationId} and ${isOpen(sql, now)}
      and ${'id' in which ? sql`id = ${which.id}` : sql`email = ${which.email}`}
    for update`
  return row ?? null
}

/** Makes an invitation. It takes the place of one to the same address that was neither accepted nor revoked. */
export async function putInvitation(
  sql: Sql,
  organizationId: number,
  invitation: NewInvitation,
): Promise<InvitationRow> {
  const { email, role, tokenHash, invitedBy, createdAt, expiresAt } = invitation
  const [row] = await sql<InvitationRow[]>`
    insert into invitations (organization_id, email, role, token_hash, invited_by, created_at, expires_at)
    values (${organizationId}, ${email}, ${role}, ${tokenHash}, ${invitedBy}, ${createdAt}, ${expiresAt})
    on conflict (organization_id, email) where accepted_at is null and revoked_at is null do update
      set role = excluded.role, token_hash = excluded.token_hash, invited_by = excluded.invited_by,
          created_at = excluded.created_at, expires_at = excluded.expires_at
    returning ${columns(sql)}`
  return row!
}

export async function revokeInvitation(sql: Sql, organizationId: number, id: number, now: Date): Promise<void> {
  await sql`update invitations set revoked_at = ${now} where organization_id = ${organizationId} and id = ${id}`
}

function isOpen(sql: Sql, now: Date) {
  return sql`accepted_at is null and revoked_at is null and expires_at > ${now}`
}

function columns(sql: Sql) {
  return sql`id, email, role, invited_by, created_at, expires_at`
}
