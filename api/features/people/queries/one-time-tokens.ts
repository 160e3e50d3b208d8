import type { Sql } from '../../../db/client.ts'

/** All SQL about what a link in a letter allows, and what a sign-in in two steps has reached. */

export interface NewOneTimeToken {
  tokenHash: Buffer
  purpose: 'reset-password' | 'second-factor'
  userId: number
  data: { organizationId?: number }
  expiresAt: Date
}

export async function insertOneTimeToken(sql: Sql, token: NewOneTimeToken): Promise<void> {
  const { tokenHash, purpose, userId, data, expiresAt } = token
  await sql`
    insert into one_time_tokens (token_hash, purpose, user_id, data, expires_at)
    values (${tokenHash}, ${purpose}, ${userId}, ${sql.json(data)}, ${expiresAt})`
}

/** How many links for a new password a person has that still count. */
export async function countResetTokens(sql: Sql, userId: number, now: Date): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from one_time_tokens
    where purpose = 'reset-password' and user_id = ${userId} and expires_at > ${now}`
  return row!.count
}

export interface ResetRow {
  userId: number
  email: string
  name: string
}

/** Who may choose a new password with this token; null when it does not count (any more). */
export async function selectResetToken(sql: Sql, tokenHash: Buffer, now: Date): Promise<ResetRow | null> {
  const [row] = await sql<ResetRow[]>`
    select users.id as user_id, email, name
    from one_time_tokens join users on users.id = one_time_tokens.user_id
    where token_hash = ${tokenHash} and purpose = 'reset-password' and expires_at > ${now}
      and password_hash is not null`
  return row ?? null
}

export interface SecondStepRow {
  userId: number
  email: string
  organizationId: number
  /** Sealed. */
  totpSecret: Buffer
}

/** Who has shown the right password and is to show a code; null when the token does not count (any more). */
export async function selectSecondStep(sql: Sql, tokenHash: Buffer, now: Date): Promise<SecondStepRow | null> {
  const [row] = await sql<SecondStepRow[]>`
    select users.id as user_id, email, memberships.organization_id, totp_secret
    from one_time_tokens
    join users on users.id = one_time_tokens.user_id
    join memberships on memberships.user_id = users.id
      and memberships.organization_id = (data ->> 'organizationId')::int
    where token_hash = ${tokenHash} and purpose = 'second-factor' and expires_at > ${now}
      and totp_confirmed_at is not null`
  return row ?? null
}

/** Uses a token up. Of several who try at once only one gets true. */
export async function takeOneTimeToken(sql: Sql, tokenHash: Buffer): Promise<boolean> {
  const rows = await sql`delete from one_time_tokens where token_hash = ${tokenHash} returning token_hash`
  return rows.length > 0
}

/** With the password everything that the old one had begun ends. */
export async function deleteOneTimeTokens(sql: Sql, userId: number): Promise<void> {
  await sql`delete from one_time_tokens where user_id = ${userId} and purpose in ('reset-password', 'second-factor')`
}
