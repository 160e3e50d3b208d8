import type { Sql } from '../../../db/client.ts'

/** All SQL about sessions. Only the hash of a token is stored. */

export interface NewSession {
  tokenHash: Buffer
  userId: number
  organizationId: number
  address: string | null
  agent: string | null
  createdAt: Date
  expiresAt: Date
}

/** Returns the address of the person, to name them by. */
export async function insertSession(sql: Sql, session: NewSession): Promise<{ email: string }> {
  const { tokenHash, userId, organizationId, address, agent, createdAt, expiresAt } = session
  const [row] = await sql<{ email: string }[]>`
    with made as (
      insert into sessions (token_hash, user_id, organization_id, address, agent, created_at, expires_at, last_seen_at)
      values (${tokenHash}, ${userId}, ${organizationId}, ${address}, ${agent}, ${createdAt}, ${expiresAt},
              ${createdAt})
      returning user_id
    )
    select email from users join made on made.user_id = users.id`
  return row!
}

/** Whose sessions, and in which organization when they may be seen in one only. */
export interface SessionOwner {
  userId: number
  /** Null: in all that the person belongs to. */
  organizationId: number | null
}

export interface SessionRow {
  id: number
  organizationId: number
  organization: string
  provider: string | null
  address: string | null
  agent: string | null
  createdAt: Date
  expiresAt: Date
  lastSeenAt: Date | null
}

/** The sessions of a person that count, the latest seen first. */
export async function selectSessions(sql: Sql, owner: SessionOwner, now: Date): Promise<SessionRow[]> {
  return sql<SessionRow[]>`
    select sessions.id, sessions.organization_id, organizations.name as organization,
           identity_providers.name as provider, address, agent, sessions.created_at, expires_at, last_seen_at
    from sessions
    join organizations on organizations.id = sessions.organization_id
    left join identity_providers on identity_providers.organization_id = sessions.organization_id
      and identity_providers.id = sessions.provider_id
    where ${isOf(sql, owner)} and expires_at > ${now}
    order by last_seen_at desc nulls last, sessions.id desc limit 500`
}

/** Ends one session of a person, and says which organization it was in. Null when the person has no such session. */
export async function deleteSession(
  sql: Sql,
  owner: SessionOwner,
  id: number,
): Promise<{ organizationId: number } | null> {
  const [row] = await sql<{ organizationId: number }[]>`
    delete from sessions where ${isOf(sql, owner)} and id = ${id} returning organization_id`
  return row ?? null
}

/** Ends the sessions of a person, but for one when it is named, and says how many of which organizations they were. */
export async function deleteOtherSessions(
  sql: Sql,
  owner: SessionOwner,
  keptId: number | null,
): Promise<{ organizationId: number; ended: number }[]> {
  return sql<{ organizationId: number; ended: number }[]>`
    with ending as (
      -- In the order in which "last seen" is noted too: neither waits for the other.
      select token_hash from sessions where ${isOf(sql, owner)} and id is distinct from ${keptId}::int
      order by token_hash for update
    ), ended as (
      delete from sessions where token_hash in (select token_hash from ending) returning organization_id
    )
    select organization_id, count(*)::int as ended from ended group by organization_id order by organization_id`
}

function isOf(sql: Sql, { userId, organizationId }: SessionOwner) {
  if (organizationId === null) return sql`sessions.user_id = ${userId}`
  return sql`sessions.user_id = ${userId} and sessions.organization_id = ${organizationId}`
}

export async function deleteSessionOfToken(sql: Sql, tokenHash: Buffer): Promise<void> {
  await sql`delete from sessions where token_hash = ${tokenHash}`
}

/**
 * Moves a session to another organization of the person, under a new token, and says whose it is. Null when it is none, has
 * ended, began with a provider, or the person does not belong there.
 */
export async function moveSession(
  sql: Sql,
  session: { tokenHash: Buffer; newTokenHash: Buffer; organizationId: number },
  now: Date,
): Promise<{ userId: number; email: string } | null> {
  const { tokenHash, newTokenHash, organizationId } = session
  const [row] = await sql<{ userId: number; email: string }[]>`
    update sessions set token_hash = ${newTokenHash}, organization_id = ${organizationId}
    from users
    where token_hash = ${tokenHash} and expires_at > ${now} and provider_id is null and users.id = sessions.user_id
      and exists (
        select from memberships
        where memberships.organization_id = ${organizationId} and memberships.user_id = sessions.user_id
      )
    returning users.id as user_id, email`
  return row ?? null
}

/** Forgets what has ended, unless somebody else is at it. */
export async function deleteExpired(sql: Sql, now: Date): Promise<void> {
  await sql`
    delete from sessions where token_hash in (
      select token_hash from sessions where expires_at <= ${now} for update skip locked
    )`
  await sql`
    delete from one_time_tokens where token_hash in (
      select token_hash from one_time_tokens where expires_at <= ${now} for update skip locked
    )`
}
