import type { Sql } from '../../db/client.ts'
import type { Role, Scope, Viewer } from '../../schema/context.ts'

/** All SQL about organizations, people, sessions and keys. */

export interface OrganizationRow {
  id: number
  name: string
}

export async function insertOrganization(sql: Sql, name: string): Promise<OrganizationRow | null> {
  const [row] = await sql<OrganizationRow[]>`
    insert into organizations (name) values (${name}) on conflict (name) do nothing returning id, name`
  return row ?? null
}

export async function selectOrganizations(sql: Sql): Promise<OrganizationRow[]> {
  return sql<OrganizationRow[]>`select id, name from organizations order by name limit 1000`
}

export async function anyOrganization(sql: Sql): Promise<boolean> {
  const [row] = await sql<{ any: boolean }[]>`select exists (select from organizations) as any`
  return row!.any
}

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

export async function selectSessionViewer(sql: Sql, tokenHash: Buffer, now: Date): Promise<Viewer | null> {
  const [row] = await sql<
    { organizationId: number; organization: string; id: number; name: string; email: string; role: Role }[]
  >`
    select organizations.id as organization_id, organizations.name as organization,
           users.id, users.name, users.email, memberships.role
    from sessions
    join users on users.id = sessions.user_id
    join organizations on organizations.id = sessions.organization_id
    join memberships on memberships.organization_id = sessions.organization_id and memberships.user_id = sessions.user_id
    where token_hash = ${tokenHash} and expires_at > ${now}`
  if (!row) return null
  const { organizationId, organization, ...user } = row
  return {
    organization: { id: organizationId, name: organization },
    user,
    apiKey: null,
    scopes: scopesOfRole(user.role),
  }
}

/** A viewer reads; everyone above may also send jobs. */
function scopesOfRole(role: Role): Scope[] {
  return role === 'viewer' ? ['read'] : ['read', 'ingest']
}

export interface NewKey {
  name: string
  prefix: string
  keyHash: Buffer
  scopes: readonly Scope[]
  expiresAt: Date | null
}

export async function insertKey(sql: Sql, organizationId: number, key: NewKey): Promise<{ id: number }> {
  const [row] = await sql<{ id: number }[]>`
    insert into api_keys (organization_id, name, prefix, key_hash, scopes, expires_at)
    values (${organizationId}, ${key.name}, ${key.prefix}, ${key.keyHash}, ${sql.array([...key.scopes])}, ${key.expiresAt})
    returning id`
  return row!
}

export async function revokeKeysNamed(sql: Sql, organizationId: number, name: string): Promise<void> {
  await sql`
    update api_keys set revoked_at = now()
    where organization_id = ${organizationId} and name = ${name} and revoked_at is null`
}

export async function selectKeyViewer(sql: Sql, keyHash: Buffer, now: Date): Promise<Viewer | null> {
  const [row] = await sql<
    (NonNullable<Viewer['apiKey']> & { organizationId: number; organization: string; scopes: Scope[] })[]
  >`
    select organizations.id as organization_id, organizations.name as organization,
           api_keys.id, api_keys.name, prefix, scopes, api_keys.created_at, expires_at
    from api_keys join organizations on organizations.id = api_keys.organization_id
    where key_hash = ${keyHash} and revoked_at is null and (expires_at is null or expires_at > ${now})`
  if (!row) return null
  const { organizationId, organization, ...apiKey } = row
  return { organization: { id: organizationId, name: organization }, user: null, apiKey, scopes: apiKey.scopes }
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
