import { UserError } from '../../lib/user-error.ts'
import type { Context, Services } from '../../schema/context.ts'
import { forbidden, rateLimited } from '../../schema/errors.ts'
import { beginAttempt, takeBack, TooManyFailures } from './attempts.ts'
import { verifyPassword } from './password.ts'
import { selectAccount } from './queries/people.ts'
import type { SessionOwner } from './queries/sessions.ts'
import type { PersonActing } from './record-for-person.ts'

/** A person who asks, with the session that they ask with. */
export interface Person extends PersonActing {
  sessionId: number
  /** Which of their sessions and organizations they see here. */
  owner: SessionOwner
}

/** The person who asks. A key has no sessions and no profile: FORBIDDEN. */
export function personFor({ viewer, address }: Pick<Context, 'viewer' | 'address'>): Person {
  const { user, session, organization } = viewer
  if (!user || !session) throw forbidden('A key has no account: sign in as a person.')
  // A provider vouches for people towards its own organization: with its session nothing of another one is seen.
  const organizationId = session.providerId === null ? null : organization.id
  return {
    userId: user.id,
    email: user.email,
    address,
    sessionId: session.id,
    owner: { userId: user.id, organizationId },
  }
}

/** The same for what opens all organizations of the person: a session of one organization's provider may not touch it. */
export function accountFor(context: Pick<Context, 'viewer' | 'address'>): Person {
  const person = personFor(context)
  if (person.owner.organizationId === null) return person
  throw forbidden('You signed in with an identity provider, which keeps this for you: change it there.')
}

/**
 * Throws a UserError unless this is the person's password: a session alone is not enough for what would keep the person
 * out. Wrong ones count like failed sign-ins.
 */
export async function confirmPassword(
  services: Pick<Services, 'sql' | 'now'>,
  person: Person,
  password: string,
): Promise<void> {
  const attempt = await beginAttempt(services, person.email, person.address).catch((error: unknown) => {
    throw error instanceof TooManyFailures ? rateLimited(error.message) : error
  })
  const { passwordHash } = await selectAccount(services.sql, person.userId)
  if (!(await verifyPassword(password, passwordHash))) throw new UserError('The password is wrong.')
  await takeBack(services, attempt)
}
