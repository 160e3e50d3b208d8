import type { Sql } from '../db/client.ts'
import { DEFAULT_QUERIES_AT_ONCE } from '../schema/context.ts'
import type { Role, Scope } from '../schema/permissions.ts'

/** All SQL about recognising who asks, and about counting what they do. */

/** What the organization still has. */
export interface KeptRow {
  jobsKeptFrom: Date | null
  rollupsKeptFrom: Date | null
}

export interface SessionRow extends KeptRow {
  organizationId: number
  organization: string
  sessionId: number
  providerId: number | null
  userId: number
  name: string
  email: string
  role: Role
  queriesAtOnce: number | null
  expiresAt: Date
}

/** Whose session a token is; null when there is none that counts. */
export async function selectSession(sql: Sql, tokenHash: Buffer, now: Date): Promise<SessionRow | null> {
  const [row] = await sql<SessionRow[]>`
    select organizations.id as organization_id, organizations.name as organization, sessions.id as session_id,
           sessions.provider_id, users.id as user_id, users.name, users.email, memberships.role, sessions.expires_at,
           ${queriesAtOnce(sql)} as queries_at_once, jobs_kept_from, rollups_kept_from
    from sessions
    join users on users.id = sessions.user_id
    join organizations on organizations.id = sessions.organization_id
    join memberships on memberships.organization_id = sessions.organization_id and memberships.user_id = sessions.user_id
    left join organization_quotas as quotas on quotas.organization_id = sessions.organization_id
    left join organization_retention as retention on retention.organization_id = sessions.organization_id
    where token_hash = ${tokenHash} and expires_at > ${now}`
  return row ?? null
}

export interface KeyRow extends KeptRow {
  organizationId: number
  organization: string
  id: number
  name: string
  scopes: Scope[]
  pipelines: string[] | null
  addresses: string[] | null
  requestsAMinute: number | null
  queriesAtOnce: number | null
  expiresAt: Date | null
}

/** Whose key this is; null when there is none that counts. */
export async function selectKey(sql: Sql, keyHash: Buffer, now: Date): Promise<KeyRow | null> {
  const [row] = await sql<KeyRow[]>`
    select organizations.id as organization_id, organizations.name as organization,
           api_keys.id, api_keys.name, scopes, pipelines, addresses, requests_a_minute, expires_at,
           ${queriesAtOnce(sql)} as queries_at_once, jobs_kept_from, rollups_kept_from
    from api_keys join organizations on organizations.id = api_keys.organization_id
    left join organization_quotas as quotas on quotas.organization_id = api_keys.organization_id
    left join organization_retention as retention on retention.organization_id = api_keys.organization_id
    where key_hash = ${keyHash} and revoked_at is null and (expires_at is null or expires_at > ${now})`
  return row ?? null
}

export interface LinkRow extends KeptRow {
  organizationId: number
  organization: string
  id: number
  dashboardId: string
  queriesAtOnce: number | null
  expiresAt: Date | null
}

/** Whose share link this is; null when there is none that counts. */
export async function selectLink(sql: Sql, tokenHash: Buffer, now: Date): Promise<LinkRow | null> {
  const [row] = await sql<LinkRow[]>`
    select organizations.id as organization_id, organizations.name as organization, links.id, dashboard_id, expires_at,
           ${queriesAtOnce(sql)} as queries_at_once, jobs_kept_from, rollups_kept_from
    from dashboard_share_links as links join organizations on organizations.id = links.organization_id
    left join organization_quotas as quotas on quotas.organization_id = links.organization_id
    left join organization_retention as retention on retention.organization_id = links.organization_id
    where token_hash = ${tokenHash} and revoked_at is null and (expires_at is null or expires_at > ${now})`
  return row ?? null
}

/** An organization that nobody set limits for has the default. */
function queriesAtOnce(sql: Sql) {
  return sql`case when quotas.organization_id is null then ${DEFAULT_QUERIES_AT_ONCE}::integer else queries_at_once end`
}

/** Requests of a key, on a day in UTC. */
export interface KeyUse {
  organizationId: number
  keyId: number
  /** YYYY-MM-DD */
  day: string
  requests: number
}

/** Adds to the counts of keys. A key that is gone is left out. In key order: two processes do this at once. */
export async function addKeyUse(sql: Sql, uses: readonly KeyUse[], now: Date): Promise<void> {
  const organizations = uses.map((use) => use.organizationId)
  const keys = uses.map((use) => use.keyId)
  await sql`
    insert into api_key_usage (organization_id, key_id, day, requests)
    select used.organization_id, used.key_id, used.day::date, used.requests
    from unnest(${organizations}::int[], ${keys}::int[], ${uses.map((use) => use.day)}::text[],
                ${uses.map((use) => use.requests)}::int[]) as used (organization_id, key_id, day, requests)
    join api_keys on api_keys.organization_id = used.organization_id and api_keys.id = used.key_id
    order by 1, 2, 3
    on conflict (organization_id, key_id, day) do update set requests = api_key_usage.requests + excluded.requests`
  await sql`
    update api_keys set last_used_at = ${now}
    from (
      select organization_id, id from api_keys
      where (organization_id, id) in (select * from unnest(${organizations}::int[], ${keys}::int[]))
      order by organization_id, id for no key update
    ) used
    where api_keys.organization_id = used.organization_id and api_keys.id = used.id`
}

export interface SeenSession {
  id: number
  userId: number
}

/** Notes when sessions were last seen. They are found by the person: the index of sessions begins with it. */
export async function touchSessions(sql: Sql, seen: readonly SeenSession[], now: Date): Promise<void> {
  const ids = seen.map((session) => session.id)
  const userIds = seen.map((session) => session.userId)
  await sql`
    update sessions set last_seen_at = ${now}
    from (
      select token_hash from sessions where user_id = any(${userIds}::int[]) and id = any(${ids}::int[])
      order by token_hash for no key update
    ) seen
    where sessions.token_hash = seen.token_hash`
}

/** A share link that somebody came by. */
export interface UsedLink {
  organizationId: number
  id: number
}

/** Notes when share links were last used. */
export async function touchLinks(sql: Sql, used: readonly UsedLink[], now: Date): Promise<void> {
  const organizations = used.map((link) => link.organizationId)
  const ids = used.map((link) => link.id)
  await sql`
    update dashboard_share_links as links set last_used_at = ${now}
    from (
      select organization_id, id from dashboard_share_links
      where (organization_id, id) in (select * from unnest(${organizations}::int[], ${ids}::int[]))
      order by organization_id, id for no key update
    ) used
    where links.organization_id = used.organization_id and links.id = used.id`
}

/**
 * Takes `wanted` requests out of what a subject may do within a window, or what is left of it, and returns how many that
 * are. One row for all processes: together they never get more than the limit.
 */
export async function takeRequests(
  sql: Sql,
  subject: string,
  window: { start: Date; limit: number },
  wanted: number,
): Promise<number> {
  const [row] = await sql<{ used: number }[]>`
    insert into rate_limits as r (subject, window_start, used) values (${subject}, ${window.start}, ${wanted})
    on conflict (subject, window_start) do update set used = r.used + excluded.used
    returning used`
  return Math.max(0, Math.min(wanted, window.limit - (row!.used - wanted)))
}

/** Forgets windows that have passed. */
export async function deleteWindows(sql: Sql, before: Date): Promise<void> {
  await sql`delete from rate_limits where window_start < ${before}`
}
