import type { Sql } from '../../db/client.ts'
import { hashToken } from '../../lib/tokens.ts'
import { makeToken } from '../organizations/index.ts'
import { verifyPassword } from './password.ts'
import { deleteExpiredSessions, deleteSession, insertSession, selectSignIn } from './queries.ts'

/** How long a session lasts: 30 days, in seconds. */
export const SESSION_SECONDS = 30 * 24 * 3600

/** A session token for the right address and password, otherwise null. It takes as long for an address nobody has. */
export async function signIn(sql: Sql, email: string, password: string, now: Date): Promise<string | null> {
  const found = await selectSignIn(sql, email)
  if (!(await verifyPassword(password, found?.passwordHash ?? null)) || !found) return null
  return startSession(sql, found, now)
}

/** Starts a session for a person in an organization and returns its token. Expired sessions are cleared on the way. */
export async function startSession(
  sql: Sql,
  who: { userId: number; organizationId: number },
  now: Date,
): Promise<string> {
  const token = makeToken()
  const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1000)
  await deleteExpiredSessions(sql, now)
  await insertSession(sql, { tokenHash: hashToken(token), expiresAt, ...who })
  return token
}

/** Ends a session at once. */
export async function signOut(sql: Sql, token: string): Promise<void> {
  await deleteSession(sql, hashToken(token))
}
