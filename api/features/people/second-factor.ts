import { transaction } from '../../db/transaction.ts'
import { UserError } from '../../lib/user-error.ts'
import type { Services } from '../../schema/context.ts'
import * as queries from './queries/second-factor.ts'
import { hashRecoveryCode, makeRecoveryCodes } from './recovery-codes.ts'
import { isTotp, makeTotpSecret, stepOfCode, totpUrl } from './totp.ts'

type Needed = Pick<Services, 'sql' | 'seal' | 'now'>

/** Whether a code of the app, or a recovery code, is right. It is used up by that. */
export async function isSecondFactor(
  { sql, seal, now }: Needed,
  { userId, totpSecret }: { userId: number; totpSecret: Buffer },
  code: string,
): Promise<boolean> {
  if (!isTotp(code)) return queries.takeRecoveryCode(sql, userId, hashRecoveryCode(code), now())
  const step = stepOfCode(seal.open(totpSecret), code, now())
  return step !== null && queries.takeTotpStep(sql, userId, step)
}

/** Makes a secret for an app. It does not count until a code of it was shown. Throws a UserError when one counts already. */
export async function startSecondFactor(
  { sql, seal }: Needed,
  userId: number,
): Promise<{ secret: string; url: string }> {
  return transaction(sql, async (tx) => {
    const { email, isConfirmed } = await queries.lockTotp(tx, userId)
    if (isConfirmed) throw new UserError('You have a second factor already. End it first to change the app.')
    const secret = makeTotpSecret()
    await queries.startTotp(tx, userId, seal.seal(secret))
    return { secret, url: totpUrl(secret, email) }
  })
}

/** From now on the second factor counts. Returns the recovery codes. Throws a UserError when the code is wrong. */
export async function confirmSecondFactor(services: Needed, userId: number, code: string): Promise<string[]> {
  const { sql, seal, now } = services
  const { totpSecret, isConfirmed } = await queries.lockTotp(sql, userId)
  if (isConfirmed) throw new UserError('You have a second factor already.')
  if (!totpSecret) throw new UserError('No second factor was started. Start one first.')
  const step = stepOfCode(seal.open(totpSecret), code, now())
  if (step === null || !(await queries.takeTotpStep(sql, userId, step))) {
    throw new UserError('The code is wrong. Take the one that the app shows now, and check the clock of the device.')
  }
  await queries.confirmTotp(sql, userId, now())
  return renewRecoveryCodes({ sql }, userId)
}

/** Replaces all recovery codes. They are returned this once. */
export async function renewRecoveryCodes({ sql }: Pick<Services, 'sql'>, userId: number): Promise<string[]> {
  const codes = makeRecoveryCodes()
  await queries.replaceRecoveryCodes(sql, userId, codes.map(hashRecoveryCode))
  return codes
}
