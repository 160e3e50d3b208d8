import type { Sql } from '../../../db/client.ts'
import type { Role } from '../../../schema/permissions.ts'

/** All SQL about members. */

export interface MemberRow {
  userId: number
  name: string
  email: string
  role: Role
  joinedAt: Date
  secondFactor: boolean
  lastSeenAt: Date | null
}

/** The members by name, or those of them whose ids are given. */
export async function selectMembers(
  sql: Sql,
  organizationId: number,
  ids: readonly number[] | null = null,
): Promise<MemberRow[]> {
  return sql<MemberRow[]>`
    select users.id as user_id, name, email, role, memberships.created_at as joined_at,
           totp_confirmed_at is not null as second_factor,
           (select max(last_seen_at) from sessions
            where sessions.organization_id = memberships.organization_id and sessions.user_id = users.id) as last_seen_at
    from memberships join users on users.id = memberships.user_id
    where memberships.organization_id = ${organizationId}
      ${ids === null ? sql`` : sql`and users.id = any(${[...ids]}::int[])`}
    order by lower(name), users.id`
}

export async function isMember(sql: Sql, organizationId: number, email: string): Promise<boolean> {
  const rows = await sql`
    select from memberships join users on users.id = memberships.user_id
    where organization_id = ${organizationId} and email = ${email}`
  return rows.length > 0
}

/**
 * The owners. Whoever changes roles or removes people asks this first, so that they do so one after the other: nobody
 * else changes an owner until the transaction ends.
 */
export async function lockOwners(sql: Sql, organizationId: number): Promise<number[]> {
  const rows = await sql<{ userId: number }[]>`
    select user_id from memberships where organization_id = ${organizationId} and role = 'owner'
    order by user_id for update`
  return rows.map((row) => row.userId)
}

/** One member, whom nobody else changes until the transaction ends. */
export async function lockMember(
  sql: Sql,
  organizationId: number,
  userId: number,
): Promise<{ userId: number; email: string; role: Role } | null> {
  const [row] = await sql<{ userId: number; email: string; role: Role }[]>`
    select user_id, email, role from memberships join users on users.id = memberships.user_id
    where organization_id = ${organizationId} and user_id = ${userId} for update of memberships`
  return row ?? null
}

export async function updateRole(sql: Sql, organizationId: number, userId: number, role: Role): Promise<void> {
  await sql`
    update memberships set role = ${role} where organization_id = ${organizationId} and user_id = ${userId}`
}

/** With the membership go the sessions in the organization, the teams and what its identity providers know. */
export async function deleteMembership(sql: Sql, organizationId: number, userId: number): Promise<void> {
  await sql`delete from memberships where organization_id = ${organizationId} and user_id = ${userId}`
}

/**
 * Forgets a person who belongs nowhere any more: nobody could sign in as them, and their address could not be invited as a
 * new one. The row is locked first, so that whoever makes them a member at this moment is waited for and then seen.
 */
export async function deleteUserWithoutMembership(sql: Sql, userId: number): Promise<void> {
  await sql`select from users where id = ${userId} for update`
  await sql`delete from users where id = ${userId} and not exists (select from memberships where user_id = ${userId})`
}
