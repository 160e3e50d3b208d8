import { transaction } from '../../db/transaction.ts'
import { readName } from '../../lib/read-name.ts'
import { UserError } from '../../lib/user-error.ts'
import { builder } from '../../schema/builder.ts'
import type { Context } from '../../schema/context.ts'
import { accountFor, confirmPassword, type Person } from './own-account.ts'
import { checkPassword } from './password-rules.ts'
import { hashPassword } from './password.ts'
import { deleteOneTimeTokens } from './queries/one-time-tokens.ts'
import { updateName, updatePassword } from './queries/people.ts'
import { deleteOtherSessions } from './queries/sessions.ts'
import { recordForPerson } from './record-for-person.ts'
import { User } from './user.ts'

builder.mutationField('updateProfile', (t) =>
  t.field({
    type: User,
    description: 'Changes the name of the person who asks.',
    args: { name: t.arg.string({ required: true, description: 'As people call them. At most 100 characters.' }) },
    resolve: (_root, { name }, context) => rename(context, accountFor(context), name),
  }),
)

builder.mutationField('changePassword', (t) =>
  t.boolean({
    description: 'Gives the person who asks another password, and ends all their other sessions.',
    args: {
      current: t.arg.string({ required: true, description: 'The password until now.' }),
      new: t.arg.string({ required: true, description: 'At least 10 characters, and none that others would try.' }),
    },
    async resolve(_root, args, context) {
      await changePassword(context, accountFor(context), args)
      return true
    },
  }),
)

async function rename({ sql, viewer }: Context, person: Person, text: string) {
  const user = viewer.user!
  const name = readName('name', text)
  await transaction(sql, async (tx) => {
    await updateName(tx, person.userId, name)
    const change = { before: { name: user.name }, after: { name } }
    await recordForPerson(tx, person, { action: 'person.renamed', subject: person.email, ...change })
  })
  return { ...user, name }
}

async function changePassword(context: Context, person: Person, passwords: { current: string; new: string }) {
  const { sql, viewer, pwnedPasswordsUrl } = context
  const { userId, email, sessionId } = person
  await confirmPassword(context, person, passwords.current)
  if (passwords.new === passwords.current) throw new UserError('The new password is the old one. Choose another one.')
  await checkPassword(passwords.new, { email, name: viewer.user!.name }, pwnedPasswordsUrl)
  const passwordHash = await hashPassword(passwords.new)
  await transaction(sql, async (tx) => {
    await updatePassword(tx, userId, passwordHash)
    await deleteOneTimeTokens(tx, userId)
    await deleteOtherSessions(tx, person.owner, sessionId)
    await recordForPerson(tx, person, { action: 'person.password-changed', subject: email })
  })
}
