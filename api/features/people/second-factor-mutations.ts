import { transaction } from '../../db/transaction.ts'
import { UserError } from '../../lib/user-error.ts'
import { builder } from '../../schema/builder.ts'
import type { Context } from '../../schema/context.ts'
import { accountFor, confirmPassword, type Person } from './own-account.ts'
import { selectAccount } from './queries/people.ts'
import { endTotp } from './queries/second-factor.ts'
import { recordForPerson } from './record-for-person.ts'
import * as secondFactor from './second-factor.ts'

const SecondFactorStart = builder.objectRef<{ secret: string; url: string }>('SecondFactorStart').implement({
  description: 'What an authenticator app needs. It is shown this once.',
  fields: (t) => ({
    secret: t.exposeString('secret', { description: 'To be typed into the app.' }),
    url: t.exposeString('url', { description: 'The same as an address, otpauth://, to be shown as a QR code.' }),
  }),
})

const RecoveryCodes = builder.objectRef<{ recoveryCodes: string[] }>('RecoveryCodes').implement({
  description: 'Codes that stand in for the second factor, each once. They are shown this once.',
  fields: (t) => ({
    recoveryCodes: t.exposeStringList('recoveryCodes', { description: 'Ten codes, to be printed or kept in a safe.' }),
  }),
})

builder.mutationField('startSecondFactor', (t) =>
  t.field({
    type: SecondFactorStart,
    description: 'Begins with a second factor. It does not count until `confirmSecondFactor`.',
    resolve: (_root, _args, context) => secondFactor.startSecondFactor(context, accountFor(context).userId),
  }),
)

builder.mutationField('confirmSecondFactor', (t) =>
  t.field({
    type: RecoveryCodes,
    description: 'From now on signing in with the password takes a code of the app, or a recovery code.',
    args: { code: t.arg.string({ required: true, description: 'Six digits that the app shows.' }) },
    resolve: (_root, { code }, context) => confirm(context, accountFor(context), code),
  }),
)

const password = {
  required: true,
  description: 'The password of the person: the session alone is not enough.',
} as const

builder.mutationField('endSecondFactor', (t) =>
  t.boolean({
    description: 'From now on signing in takes the password alone. The recovery codes end too.',
    args: { password: t.arg.string(password) },
    async resolve(_root, args, context) {
      await end(context, accountFor(context), args.password)
      return true
    },
  }),
)

builder.mutationField('renewRecoveryCodes', (t) =>
  t.field({
    type: RecoveryCodes,
    description: 'Makes new recovery codes. The old ones end.',
    args: { password: t.arg.string(password) },
    resolve: (_root, args, context) => renew(context, accountFor(context), args.password),
  }),
)

async function confirm(context: Context, person: Person, code: string) {
  return transaction(context.sql, async (sql) => {
    const recoveryCodes = await secondFactor.confirmSecondFactor({ ...context, sql }, person.userId, code)
    await recordForPerson(sql, person, { action: 'person.second-factor-started', subject: person.email })
    return { recoveryCodes }
  })
}

async function end(context: Context, person: Person, shown: string) {
  await confirmPassword(context, person, shown)
  await transaction(context.sql, async (tx) => {
    await refuseWithoutFactor(tx, person)
    await endTotp(tx, person.userId)
    await recordForPerson(tx, person, { action: 'person.second-factor-ended', subject: person.email })
  })
}

async function renew(context: Context, person: Person, shown: string) {
  await confirmPassword(context, person, shown)
  return transaction(context.sql, async (sql) => {
    await refuseWithoutFactor(sql, person)
    const recoveryCodes = await secondFactor.renewRecoveryCodes({ sql }, person.userId)
    await recordForPerson(sql, person, { action: 'person.recovery-codes-renewed', subject: person.email })
    return { recoveryCodes }
  })
}

async function refuseWithoutFactor(sql: Context['sql'], { userId }: Person) {
  const { secondFactor: isOn } = await selectAccount(sql, userId)
  if (!isOn) throw new UserError('You have no second factor.')
}
