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

/** The same, and nobody else changes it until the transaction ends. */
export async function lockKey(sql: Sql, organizationId: number, id: number): Promise<ApiKeyRow | null> {
  const [row] = await sql<ApiKeyRow[]>`
    select ${columns(sql)} from api_keys where organization_id = ${organizationId} and id = ${id} for no key update`
  return row ?? null
}

/** Newest first. Those that were revoked are left out unless asked for. */
export async function selectKeys(sql: Sql, organizationId: number, revoked: boolean): Promise<ApiKeyRow[]> {
  return sql<ApiKeyRow[]>`
    select ${columns(sql)} from api_keys
    where organization_id = ${organizationId} and (${revoked} or revoked_at is null)
    order by id desc limit 1000`
}

/** Keys that can be used. */
export async function countKeys(sql: Sql, organizationId: number, now: Date): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*) from api_keys
    where organization_id = ${organizationId} and revoked_at is null and (expires_at is null or expires_at > ${now})`
  return row!.count
}

export async function endKey(sql: Sql, organizationId: number, id: number, expiresAt: Date): Promise<void> {
  await sql`
    update api_keys set expires_at = least(expires_at, ${expiresAt})
    where organization_id = ${organizationId} and id = ${id}`
}

export async function revokeKey(sql: Sql, organizationId: number, id: number, now: Date): Promise<ApiKeyRow> {
  const [row] = await sql<ApiKeyRow[]>`
    update api_keys set revoked_at = ${now} where organization_id = ${organizationId} and id = ${id}
    returning ${columns(sql)}`
  return row!
}

/** Those of this name that can be used, locked until the transaction ends. In the order of ids, as everywhere. */
export async function lockKeysNamed(sql: Sql, organizationId: number, name: string): Promise<ApiKeyRow[]> {
  return sql<ApiKeyRow[]>`
    select ${columns(sql)} from api_keys
    where organization_id = ${organizationId} and name = ${name} and revoked_at is null
    order by id for no key update`
}

export interface UsageRow {
  keyId: number
  /** YYYY-MM-DD, in UTC. */
  day: string
  requests: number
}

/** What keys were used on days from `from` on, days without use left out. */
export async function selectUsage(
  sql: Sql,
  organizationId: number,
  keyIds: readonly number[],
  from: string,
): Promise<UsageRow[]> {
  return sql<UsageRow[]>`
    select key_id, to_char(day, 'YYYY-MM-DD') as day, requests from api_key_usage
    where organization_id = ${organizationId} and key_id = any(${[...keyIds]}::int[]) and day >= ${from}::date`
}

function columns(sql: Sql) {
  return sql`id, name, prefix, scopes, pipelines, addresses, requests_a_minute, created_by, created_at, expires_at,
    last_used_at, revoked_at`
}
