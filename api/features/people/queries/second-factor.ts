import type { Sql } from '../../../db/client.ts'

/** All SQL about second factors. */

export interface TotpRow {
  email: string
  /** Sealed. Null: none was started. */
  totpSecret: Buffer | null
  isConfirmed: boolean
}

/** The second factor of a person, locked until the transaction ends. */
export async function lockTotp(sql: Sql, userId: number): Promise<TotpRow> {
  const [row] = await sql<TotpRow[]>`
    select email, totp_secret, totp_confirmed_at is not null as is_confirmed from users where id = ${userId} for update`
  return row!
}

/** Keeps a secret that does not count yet. */
export async function startTotp(sql: Sql, userId: number, sealed: Buffer): Promise<void> {
  await sql`
    update users set totp_secret = ${sealed}, totp_confirmed_at = null, totp_last_step = null where id = ${userId}`
}

export async function confirmTotp(sql: Sql, userId: number, now: Date): Promise<void> {
  await sql`update users set totp_confirmed_at = ${now} where id = ${userId}`
}

/** Takes the code of a time step. False when it, or a later one, was taken before: of two at once only one gets true. */
export async function takeTotpStep(sql: Sql, userId: number, step: number): Promise<boolean> {
  const rows = await sql`
    update users set totp_last_step = ${step}
    where id = ${userId} and (totp_last_step is null or totp_last_step < ${step}) returning id`
  return rows.length > 0
}

export async function endTotp(sql: Sql, userId: number): Promise<void> {
  await sql`
    update users set totp_secret = null, totp_confirmed_at = null, totp_last_step = null where id = ${userId}`
  await sql`delete from recovery_codes where user_id = ${userId}`
}

/** Replaces all recovery codes of a person. */
export async function replaceRecoveryCodes(sql: Sql, userId: number, hashes: readonly Buffer[]): Promise<void> {
  await sql`delete from recovery_codes where user_id = ${userId}`
  for (const hash of hashes) await sql`insert into recovery_codes (user_id, code_hash) values (${userId}, ${hash})`
}

/** Uses a recovery code up. False when the person has no such code left. */
export async function takeRecoveryCode(sql: Sql, userId: number, hash: Buffer, now: Date): Promise<boolean> {
  const rows = await sql`
    update recovery_codes set used_at = ${now}
    where user_id = ${userId} and code_hash = ${hash} and used_at is null returning user_id`
  return rows.length > 0
}
