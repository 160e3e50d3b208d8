import type { Sql } from '../../db/client.ts'
import { transaction } from '../../db/transaction.ts'
import { anyOrganization, createOrganization, makeToken } from '../organizations/index.ts'
import { createUser, type UserInput } from './create-user.ts'
import { keepSetting, takeSetting } from './queries.ts'

const SETTING = 'setup-token'

/**
 * The token that allows the first organization to be made in the page: whoever reads the output of the start may do it,
 * and nobody else. The same one until it is used, in all processes. Null once there is an organization.
 */
export async function setupToken(sql: Sql): Promise<string | null> {
  if (await anyOrganization(sql)) return null
  return keepSetting(sql, SETTING, makeToken())
}

export interface SetupInput extends Omit<UserInput, 'role'> {
  token: string
  organization: string
}

/** Makes the first organization and its owner. Null when the token is not the right one, or was used. */
export async function setUp(sql: Sql, input: SetupInput): Promise<{ userId: number; organizationId: number } | null> {
  return transaction(sql, async (tx) => {
    if (!(await takeSetting(tx, SETTING, input.token))) return null
    const organization = await createOrganization(tx, input.organization)
    const user = await createUser(tx, organization.id, { ...input, role: 'owner' })
    return { userId: user.id, organizationId: organization.id }
  })
}
