import type { Sql } from '../../db/client.ts'
import { transaction } from '../../db/transaction.ts'
import { readName } from '../../lib/read-name.ts'
import { UserError } from '../../lib/user-error.ts'
import { ROLES, type Role } from '../../schema/permissions.ts'
import { readEmail } from './email.ts'
import { checkPassword } from './password-rules.ts'
import { hashPassword } from './password.ts'
import * as queries from './queries/people.ts'
import { deleteOneTimeTokens } from './queries/one-time-tokens.ts'
import { deleteOtherSessions } from './queries/sessions.ts'

export interface UserInput {
  email: string
  name: string
  password: string
  role: Role
}

/** Makes a person who can sign in to one organization. Throws a UserError when something about them will not do. */
export async function createUser(
  sql: Sql,
  organizationId: number,
  input: UserInput,
  pwnedPasswordsUrl: string | null = null,
): Promise<{ id: number; email: string }> {
  const email = readEmail(input.email)
  if (!ROLES.includes(input.role))
    throw new UserError(`There is no role "${input.role}". Use one of ${ROLES.join(', ')}.`)
  const name = readName('name', input.name)
  await checkPassword(input.password, { email, name }, pwnedPasswordsUrl)
  const passwordHash = await hashPassword(input.password)
  return transaction(sql, async (tx) => {
    const user = await queries.insertUser(tx, { email, name, passwordHash })
    if (!user) throw new UserError(`Somebody has the address ${email} already.`)
    await queries.insertMembership(tx, organizationId, user.id, input.role)
    return { id: user.id, email }
  })
}

/** Gives a person another password, without asking them. Throws a UserError when nobody has the address. */
export async function setPassword(sql: Sql, email: string, password: string): Promise<void> {
  const user = await queries.selectUser(sql, readEmail(email))
  if (!user) throw new UserError(`Nobody has the address ${email}.`)
  await checkPassword(password, { email, name: '' }, null)
  const passwordHash = await hashPassword(password)
  await transaction(sql, async (tx) => {
    await queries.updatePassword(tx, user.id, passwordHash)
    await deleteOneTimeTokens(tx, user.id)
    await deleteOtherSessions(tx, { userId: user.id, organizationId: null }, null)
  })
}
