import type { Sql } from '../../db/client.ts'
import type { Scope } from '../../schema/permissions.ts'

/** All SQL about API keys. */

export interface ApiKeyRow {
  id: number
  name: string
  prefix: string
  scopes: Scope[]
  pipelines: string[] | null
  addresses: string[] | null
  requestsAMinute: number | null
  createdBy: string | null
  createdAt: Date
  expiresAt: Date | null
  lastUsedAt: Date | null
  revokedAt: Date | null
}

export interface NewKey {
  name: string
  prefix: string
  keyHash: Buffer
  scopes: readonly Scope[]
  pipelines: readonly string[] | null
  addresses: readonly string[] | null
  requestsAMinute: number | null
  createdBy: string | null
  expiresAt: Date | null
}

export async function insertKey(sql: Sql, organizationId: number, key: NewKey): Promise<ApiKeyRow> {
  const [row] = await sql<ApiKeyRow[]>`
    insert into api_keys (organization_id, name, prefix, key_hash, scopes, pipelines, addresses, requests_a_minute,
                          created_by, expires_at)
    values (${organizationId}, ${key.name}, ${key.prefix}, ${key.keyHash}, ${[...key.scopes]}::text[],
            ${key.pipelines && [...key.pipelines]}::text[], ${key.addresses && [...key.addresses]}::text[],
            ${key.requestsAMinute}, ${key.createdBy}, ${key.expiresAt})
    returning ${columns(sql)}`
  return row!
}

export async function selectKeyById(sql: Sql, organizationId: number, id: number): Promise<ApiKeyRow | null> {
  const [row] = await sql<ApiKeyRow[]>`
    select ${columns(sql)} from api_keys where organization_id = ${organizationId} and id = ${id}`
  return row ?? null
}

export async function revokeKeysNamed(sql: Sql, organizationId: number, name: string): Promise<void> {
  await sql`
    update api_keys set revoked_at = now()
    where organization_id = ${organizationId} and name = ${name} and revoked_at is null`
}

function columns(sql: Sql) {
  return sql`id, name, prefix, scopes, pipelines, addresses, requests_a_minute, created_by, created_at, expires_at,
    last_used_at, revoked_at`
}
