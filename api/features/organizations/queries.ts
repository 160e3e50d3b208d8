import type { Sql } from '../../db/client.ts'
import type { Role, Scope, Viewer } from '../../schema/context.ts'

/** All SQL about organizations, keys and who is asking. */

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
