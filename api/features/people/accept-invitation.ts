import { transaction } from '../../db/transaction.ts'
import { readName } from '../../lib/read-name.ts'
import { hashToken } from '../../lib/tokens.ts'
import { UserError } from '../../lib/user-error.ts'
import type { Services, Viewer } from '../../schema/context.ts'
import { recordAudit } from '../audit/index.ts'
import type { Origin } from './origin.ts'
import { checkPassword } from './password-rules.ts'
import { hashPassword } from './password.ts'
import * as queries from './queries/invitations.ts'
import { insertMembership, insertUser } from './queries/people.ts'
import { startSession } from './start-session.ts'

type Needed = Pick<Services, 'sql' | 'tokens' | 'now' | 'pwnedPasswordsUrl'>

/** What a link invites to; null when it does not count (any more). */
export async function findInvitation(
  { sql, tokens, now }: Pick<Services, 'sql' | 'tokens' | 'now'>,
  token: string,
): Promise<queries.InvitationRow | null> {
  if (!tokens.check('link', token)) return null
  return queries.selectInvitation(sql, hashToken(token), now())
}

/** Why an invitation cannot be accepted like this. */
export type AcceptRefusal =
  /** It was used, revoked, or is over. */
  | 'over'
  /** There is an account with this address: whoever accepts has to be signed in as it. */
  | 'sign-in'
  /** The session began with an identity provider, and stays in its organization. */
  | 'provider'

export interface Acceptance {
  token: string
  /** Of a new person. Somebody who has an account gives neither. */
  name: string | null
  password: string | null
}

/**
 * Makes the invited person a member and returns the token of a session in the organization. Throws a UserError when name or
 * password will not do.
 */
export async function acceptInvitation(
  services: Needed,
  acceptance: Acceptance,
  viewer: Viewer | null,
  origin: Origin,
): Promise<{ session: string } | AcceptRefusal> {
  const invitation = await findInvitation(services, acceptance.token)
  if (!invitation) return 'over'
  if (invitation.userId === null) return acceptAsNew(services, invitation, acceptance, origin)
  if (viewer?.user?.id !== invitation.userId) return 'sign-in'
  if (viewer.session?.providerId != null) return 'provider'
  return join(services, invitation, { userId: invitation.userId, origin })
}

async function acceptAsNew(
  services: Needed,
  invitation: queries.InvitationRow,
  { name, password }: Acceptance,
  origin: Origin,
): Promise<{ session: string } | AcceptRefusal> {
  const { email } = invitation
  if (name === null || password === null) throw new UserError('Give your name, and choose a password.')
  const person = { email, name: readName('name', name) }
  await checkPassword(password, person, services.pwnedPasswordsUrl)
  const passwordHash = await hashPassword(password)
  return transaction(services.sql, async (tx) => {
    const user = await insertUser(tx, { ...person, passwordHash })
    // Somebody else made the account meanwhile.
    if (!user) return 'sign-in'
    return join({ ...services, sql: tx }, invitation, { userId: user.id, origin })
  })
}

async function join(
  services: Needed,
  invitation: queries.InvitationRow,
  { userId, origin }: { userId: number; origin: Origin },
): Promise<{ session: string } | AcceptRefusal> {
  const { organizationId, email, role } = invitation
  return transaction(services.sql, async (tx) => {
    if (!(await queries.takeInvitation(tx, invitation, services.now()))) return 'over'
    if (await insertMembership(tx, organizationId, userId, role)) {
      const actor = { organizationId, userId, keyId: null, name: email, address: origin.address }
      await recordAudit(tx, actor, { action: 'member.joined', subject: email, after: { role } })
    }
    return { session: await startSession({ ...services, sql: tx }, { userId, organizationId }, origin) }
  })
}
