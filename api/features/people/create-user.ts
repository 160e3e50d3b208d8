import type { Sql } from '../../db/client.ts'
import { transaction } from '../../db/transaction.ts'
import { readName } from '../../lib/read-name.ts'
import { UserError } from '../../lib/user-error.ts'
import { ROLES, type Role } from '../../schema/permissions.ts'
import { checkPassword, hashPassword } from './password.ts'
import * as queries from './queries.ts'

export interface UserInput {
  email: string
  name: string
  password: string
  role: Role
}

/** Makes a person who can sign in to one organization. Throws a UserError when something about them will not do. */
export async function createUser(sql: Sql, organizationId: number, input: UserInput): Promise<{ id: number }> {
  const email = input.email.trim().toLowerCase()
  if (email.length > 200 || !/^[^\s@]+@[^\s@]+$/.test(email))
    throw new UserError(`"${input.email}" is not an e-mail address.`)
  if (!ROLES.includes(input.role))
    throw new UserError(`There is no role "${input.role}". Use one of ${ROLES.join(', ')}.`)
  const name = readName('name', input.name)
  checkPassword(input.password)
  const passwordHash = await hashPassword(input.password)
  return transaction(sql, async (tx) => {
    const user = await queries.insertUser(tx, { email, name, passwordHash })
    if (!user) throw new UserError(`Somebody has the address ${email} already.`)
    await queries.insertMembership(tx, organizationId, user.id, input.role)
    return user
  })
}

/** Gives a member of an organization another password. Throws a UserError when there is no such member. */
export async function resetPassword(sql: Sql, organizationId: number, email: string, password: string): Promise<void> {
  checkPassword(password)
  const user = await queries.updatePassword(sql, organizationId, email, await hashPassword(password))
  if (!user) throw new UserError(`Nobody in this organization has the address ${email}.`)
}
