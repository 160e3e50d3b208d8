import type { Sql } from '../../db/client.ts'
import { hashToken } from '../../lib/tokens.ts'
import type { Services } from '../../schema/context.ts'
import { recordAudit } from '../audit/index.ts'
import type { Origin } from '../people/index.ts'
import type { Admitted } from './admit.ts'
import { insertSession, type ProviderRow } from './queries.ts'

/** A session ends after half a day: somebody whom the provider does not know any more is out on the same day. */
export const PROVIDER_SESSION_SECONDS = 12 * 3600

/** Starts a session that stays in the organization of the provider, and returns its token. */
export async function startSession(
  { sql, tokens, now }: Pick<Services, 'tokens' | 'now'> & { sql: Sql },
  provider: ProviderRow,
  { userId, email }: Admitted,
  origin: Origin,
): Promise<string> {
  const token = tokens.make('session')
  const createdAt = now()
  const expiresAt = new Date(createdAt.getTime() + PROVIDER_SESSION_SECONDS * 1000)
  await insertSession(sql, provider, { tokenHash: hashToken(token), userId, createdAt, expiresAt, ...origin })
  const actor = { organizationId: provider.organizationId, userId, keyId: null, name: email, address: origin.address }
  await recordAudit(sql, actor, { action: 'person.signed-in', subject: email, after: { provider: provider.name } })
  return token
}
