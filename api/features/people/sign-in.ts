import { hashToken } from '../../lib/tokens.ts'
import type { Services } from '../../schema/context.ts'
import { beginAttempt, forgive, takeBack } from './attempts.ts'
import { plainEmail } from './email.ts'
import type { Origin } from './origin.ts'
import { verifyPassword } from './password.ts'
import { insertOneTimeToken, selectSecondStep, takeOneTimeToken } from './queries/one-time-tokens.ts'
import { selectSignIn } from './queries/people.ts'
import { isSecondFactor } from './second-factor.ts'
import { startSession } from './start-session.ts'

/** How long there is to show a code after the password. */
export const SECOND_STEP_SECONDS = 5 * 60

/** What the right password gives. */
export type SignedIn = { session: string } | { secondStep: string }

/**
 * A session token for the right address and password, or, when the person has a second factor, a token for the second step.
 * Null when one of them is wrong, and it takes as long whichever it is. Throws TooManyFailures.
 */
export async function signIn(
  services: Pick<Services, 'sql' | 'tokens' | 'now'>,
  shown: { email: string; password: string },
  origin: Origin,
): Promise<SignedIn | null> {
  const email = plainEmail(shown.email)
  const attempt = await beginAttempt(services, email, origin.address)
  const found = await selectSignIn(services.sql, email)
  if (!(await verifyPassword(shown.password, found?.passwordHash ?? null)) || !found) return null
  if (!found.secondFactor) {
    await forgive(services, attempt)
    return { session: await startSession(services, found, origin) }
  }
  // The failures of the account stay: who knows the password could guess codes without an end otherwise.
  await takeBack(services, attempt)
  const token = services.tokens.make('link')
  await insertOneTimeToken(services.sql, {
    tokenHash: hashToken(token),
    purpose: 'second-factor',
    userId: found.userId,
    data: { organizationId: found.organizationId },
    expiresAt: new Date(services.now().getTime() + SECOND_STEP_SECONDS * 1000),
  })
  return { secondStep: token }
}

/**
 * The second step: a session token for the right code. `wrong` may be tried again, `over` may not: the person begins anew.
 * Throws TooManyFailures.
 */
export async function finishSignIn(
  services: Pick<Services, 'sql' | 'tokens' | 'now' | 'seal'>,
  { token, code }: { token: string | null; code: string },
  origin: Origin,
): Promise<{ session: string } | 'wrong' | 'over'> {
  if (token === null || !services.tokens.check('link', token)) return 'over'
  const step = await selectSecondStep(services.sql, hashToken(token), services.now())
  if (!step) return 'over'
  const attempt = await beginAttempt(services, step.email, origin.address)
  if (!(await isSecondFactor(services, step, code))) return 'wrong'
  if (!(await takeOneTimeToken(services.sql, hashToken(token)))) return 'over'
  await forgive(services, attempt)
  return { session: await startSession(services, step, origin) }
}
