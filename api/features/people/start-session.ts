import { transaction } from '../../db/transaction.ts'
import { hashToken } from '../../lib/tokens.ts'
import type { Services } from '../../schema/context.ts'
import { recordAudit } from '../audit/index.ts'
import type { Origin } from './origin.ts'
import * as queries from './queries/sessions.ts'

/** How long a session lasts: 30 days, in seconds. */
export const SESSION_SECONDS = 30 * 24 * 3600

/** Starts a session and returns its token. What has expired is cleared on the way. */
export async function startSession(
  { sql, tokens, now }: Pick<Services, 'sql' | 'tokens' | 'now'>,
  { userId, organizationId }: { userId: number; organizationId: number },
  origin: Origin,
): Promise<string> {
  const token = tokens.make('session')
  const createdAt = now()
  const expiresAt = new Date(createdAt.getTime() + SESSION_SECONDS * 1000)
  await queries.deleteExpired(sql, createdAt)
  await transaction(sql, async (tx) => {
    const session = { tokenHash: hashToken(token), userId, organizationId, createdAt, expiresAt, ...origin }
    const { email } = await queries.insertSession(tx, session)
    const actor = { organizationId, userId, keyId: null, name: email, address: origin.address }
    await recordAudit(tx, actor, { action: 'person.signed-in', subject: email })
  })
  return token
}

/** Ends a session at once. */
export async function signOut({ sql }: Pick<Services, 'sql'>, token: string): Promise<void> {
  await queries.deleteSessionOfToken(sql, hashToken(token))
}

/**
 * Moves a session to another organization of the person. It gets a new token, which is returned; null when the session may
 * not go there.
 */
export async function switchOrganization(
  { sql, tokens, now }: Pick<Services, 'sql' | 'tokens' | 'now'>,
  token: string,
  organizationId: number,
  address: string | null,
): Promise<string | null> {
  const made = tokens.make('session')
  const session = { tokenHash: hashToken(token), newTokenHash: hashToken(made), organizationId }
  return transaction(sql, async (tx) => {
    const person = await queries.moveSession(tx, session, now())
    if (!person) return null
    const actor = { organizationId, userId: person.userId, keyId: null, name: person.email, address }
    await recordAudit(tx, actor, { action: 'person.signed-in', subject: person.email })
    return made
  })
}
