import { transaction } from '../../db/transaction.ts'
import type { Services } from '../../schema/context.ts'
import { recordAudit } from '../audit/index.ts'
import { anyOrganization, createOrganization } from '../organizations/index.ts'
import { createUser, type UserInput } from './create-user.ts'
import type { Origin } from './origin.ts'
import { keepSetting, takeSetting } from './queries/people.ts'
import { startSession } from './start-session.ts'

const SETTING = 'setup-token'

/**
 * The token that allows the first organization to be made in the page: whoever reads the output of the start may do it,
 * and nobody else. The same one until it is used, in all processes. Null once there is an organization.
 */
export async function setupToken({ sql, tokens }: Pick<Services, 'sql' | 'tokens'>): Promise<string | null> {
  if (await anyOrganization(sql)) return null
  return keepSetting(sql, SETTING, tokens.make('link'))
}

export interface SetupInput extends Omit<UserInput, 'role'> {
  token: string
  organization: string
}

/**
 * Makes the first organization and its owner, and returns the token of a session. Null when the token is not the right one,
 * or was used. Throws a UserError when a name or the password will not do; the token can then be used again.
 */
export async function setUp(
  services: Pick<Services, 'sql' | 'tokens' | 'now' | 'pwnedPasswordsUrl'>,
  input: SetupInput,
  origin: Origin,
): Promise<string | null> {
  return transaction(services.sql, async (tx) => {
    if (!(await takeSetting(tx, SETTING, input.token))) return null
    const organization = await createOrganization(tx, input.organization)
    const owner = { ...input, role: 'owner' as const }
    const user = await createUser(tx, organization.id, owner, services.pwnedPasswordsUrl)
    const actor = { organizationId: organization.id, userId: user.id, keyId: null, name: user.email }
    const entry = { action: 'organization.created', subject: organization.name }
    await recordAudit(tx, { ...actor, address: origin.address }, entry)
    const session = { userId: user.id, organizationId: organization.id }
    return startSession({ ...services, sql: tx }, session, origin)
  })
}
