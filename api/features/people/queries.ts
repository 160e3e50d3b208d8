import type { Sql } from '../../db/client.ts'
import type { Role } from '../../schema/permissions.ts'

/** All SQL about people, their sessions and how they sign in. */

export interface NewUser {
  email: string
  name: string
  passwordHash: string
}

/** Null when somebody has that address already. */
export async function insertUser(sql: Sql, user: NewUser): Promise<{ id: number } | null> {
  const [row] = await sql<{ id: number }[]>`
    insert into users (email, name, password_hash) values (${user.email.toLowerCase()}, ${user.name}, ${user.passwordHash})
    on conflict (email) do nothing returning id`
  return row ?? null
}

export async function insertMembership(sql: Sql, organizationId: number, userId: number, role: Role): Promise<void> {
  await sql`
    insert into memberships (organization_id, user_id, role) values (${organizationId}, ${userId}, ${role})`
}

export async function updatePassword(sql: Sql, organizationId: number, email: string, passwordHash: string) {
  const rows = await sql<{ id: number }[]>`
    update users set password_hash = ${passwordHash}
    where email = ${email.toLowerCase()}
      and exists (select from memberships where organization_id = ${organizationId} and user_id = users.id)
    returning id`
  return rows[0] ?? null
}

export interface SignInRow {
  userId: number
  passwordHash: string
  organizationId: number
}

/** The person with this address and the first organization that they joined. */
export async function selectSignIn(sql: Sql, email: string): Promise<SignInRow | null> {
  const [row] = await sql<SignInRow[]>`
    select users.id as user_id, password_hash, memberships.organization_id
    from users join memberships on memberships.user_id = users.id
    where email = ${email.toLowerCase()}
    order by memberships.created_at, memberships.organization_id limit 1`
  return row ?? null
}

export interface NewSession {
  tokenHash: Buffer
  userId: number
  organizationId: number
  expiresAt: Date
}

export async function insertSession(sql: Sql, session: NewSession): Promise<void> {
  await sql`
    insert into sessions (token_hash, user_id, organization_id, expires_at)
    values (${session.tokenHash}, ${session.userId}, ${session.organizationId}, ${session.expiresAt})`
}

export async function deleteSession(sql: Sql, tokenHash: Buffer): Promise<void> {
  await sql`delete from sessions where token_hash = ${tokenHash}`
}

export async function deleteExpiredSessions(sql: Sql, now: Date): Promise<void> {
  await sql`delete from sessions where expires_at <= ${now}`
}

/** Stores a value under a name unless there is one already, and returns what stands there. */
export async function keepSetting(sql: Sql, name: string, value: string): Promise<string> {
  await sql`insert into settings (name, value) values (${name}, ${sql.json(value)}) on conflict (name) do nothing`
  const [row] = await sql<{ value: string }[]>`select value from settings where name = ${name}`
  return row!.value
}

/** Takes a value away; true when it was the one that stood there. Only one of several callers gets true. */
export async function takeSetting(sql: Sql, name: string, value: string): Promise<boolean> {
  const rows = await sql`delete from settings where name = ${name} and value = ${sql.json(value)} returning name`
  return rows.length > 0
}
