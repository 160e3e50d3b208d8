import { transaction } from '../../db/transaction.ts'
import { hashToken } from '../../lib/tokens.ts'
import { UserError } from '../../lib/user-error.ts'
import { resetPasswordMail } from '../../mail/index.ts'
import type { Services } from '../../schema/context.ts'
import { forgiveAccount } from './attempts.ts'
import { plainEmail } from './email.ts'
import { checkPassword } from './password-rules.ts'
import { hashPassword } from './password.ts'
import * as queries from './queries/one-time-tokens.ts'
import { lockUser, selectUser, updatePassword } from './queries/people.ts'
import { deleteOtherSessions } from './queries/sessions.ts'
import { recordForPerson } from './record-for-person.ts'

const LINK_MS = 3_600_000
/** Links of one account that count at a time: nobody's mailbox can be filled from here. */
const MOST_LINKS = 3

/** Sends a letter with a link to choose a new password, when somebody with this address has one to forget. */
export async function sendResetLink(
  services: Pick<Services, 'sql' | 'tokens' | 'now' | 'mail' | 'publicUrl'>,
  email: string,
): Promise<void> {
  const { sql, now, mail } = services
  if (!mail) return
  const letter = await transaction(sql, async (tx) => {
    // Locked while the links are counted: of many requests at once none counts too few.
    const user = await lockUser(tx, plainEmail(email))
    if (!user?.hasPassword || (await queries.countResetTokens(tx, user.id, now())) >= MOST_LINKS) return null
    return resetPasswordMail(user.email, await makeLink({ ...services, sql: tx }, user.id))
  })
  if (letter) await mail.send(letter)
}

/** A link to choose a new password, to be handed over. Throws a UserError when nobody with this address has one. */
export async function makeResetLink(
  services: Pick<Services, 'sql' | 'tokens' | 'now' | 'publicUrl'>,
  email: string,
): Promise<string> {
  const user = await selectUser(services.sql, plainEmail(email))
  if (!user) throw new UserError(`Nobody has the address ${email}.`)
  if (!user.hasPassword) throw new UserError(`${user.email} has no password: they sign in with an identity provider.`)
  return makeLink(services, user.id)
}

async function makeLink(
  { sql, tokens, now, publicUrl }: Pick<Services, 'sql' | 'tokens' | 'now' | 'publicUrl'>,
  userId: number,
): Promise<string> {
  const token = tokens.make('link')
  const expiresAt = new Date(now().getTime() + LINK_MS)
  const stored = { tokenHash: hashToken(token), purpose: 'reset-password' as const, userId, data: {}, expiresAt }
  await queries.insertOneTimeToken(sql, stored)
  return `${publicUrl}/reset-password?token=${token}`
}

/**
 * Gives the person with the link a new password and ends all their sessions. False when the link does not count (any more).
 * Throws a UserError when the password will not do; the link can then be used again.
 */
export async function resetPassword(
  { sql, tokens, now, pwnedPasswordsUrl }: Pick<Services, 'sql' | 'tokens' | 'now' | 'pwnedPasswordsUrl'>,
  { token, password }: { token: string; password: string },
  address: string | null,
): Promise<boolean> {
  if (!tokens.check('link', token)) return false
  const person = await queries.selectResetToken(sql, hashToken(token), now())
  if (!person) return false
  await checkPassword(password, person, pwnedPasswordsUrl)
  const passwordHash = await hashPassword(password)
  return transaction(sql, async (tx) => {
    if (!(await queries.takeOneTimeToken(tx, hashToken(token)))) return false
    const { userId, email } = person
    await updatePassword(tx, userId, passwordHash)
    await queries.deleteOneTimeTokens(tx, userId)
    await deleteOtherSessions(tx, { userId, organizationId: null }, null)
    await forgiveAccount({ sql: tx }, email)
    await recordForPerson(tx, { userId, email, address }, { action: 'person.password-changed', subject: email })
    return true
  })
}
