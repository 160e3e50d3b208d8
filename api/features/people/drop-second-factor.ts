import type { Sql } from '../../db/client.ts'
import { transaction } from '../../db/transaction.ts'
import { UserError } from '../../lib/user-error.ts'
import { recordAudit, systemActor } from '../audit/index.ts'
import { plainEmail } from './email.ts'
import { selectAccount, selectMemberships, selectUser } from './queries/people.ts'
import { endTotp } from './queries/second-factor.ts'

/**
 * Ends the second factor of somebody who has lost both the app and the recovery codes. `name` says who does it, for the
 * audit logs of their organizations. Throws a UserError when nobody has the address, or no second factor.
 */
export async function dropSecondFactor(sql: Sql, email: string, name: string): Promise<void> {
  await transaction(sql, async (tx) => {
    const user = await selectUser(tx, plainEmail(email))
    if (!user) throw new UserError(`Nobody has the address ${email}.`)
    if (!(await selectAccount(tx, user.id)).secondFactor) throw new UserError(`${user.email} has no second factor.`)
    await endTotp(tx, user.id)
    for (const { organizationId } of await selectMemberships(tx, user.id)) {
      const entry = { action: 'person.second-factor-ended', subject: user.email }
      await recordAudit(tx, systemActor(organizationId, name), entry)
    }
  })
}
