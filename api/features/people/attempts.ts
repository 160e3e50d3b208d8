import { createHash } from 'node:crypto'
import { transaction } from '../../db/transaction.ts'
import { UserError } from '../../lib/user-error.ts'
import type { Services } from '../../schema/context.ts'
import { countedFailures, REMEMBERED_MS, waitMs } from './delay.ts'
import * as queries from './queries/failures.ts'

/** Somebody tried too often. The message says for how long to wait. */
export class TooManyFailures extends UserError {
  override name = 'TooManyFailures'
  readonly retryAfterSeconds: number

  constructor(retryAfterSeconds: number) {
    const unit = retryAfterSeconds === 1 ? 'second' : 'seconds'
    super(`There were too many failed attempts. Try again in ${retryAfterSeconds} ${unit}.`)
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** A password or a code that somebody shows. It counts as a failure until it is known to be right. */
export interface Attempt {
  at: Date
  account: Buffer
  before: queries.FailureRow[]
}

/**
 * Counts an attempt for an account and for an address, before it is looked at: so of many at once no more are let through
 * than of one after the other. An account that nobody has is counted like one that somebody has. Throws TooManyFailures.
 */
export async function beginAttempt(
  { sql, now }: Pick<Services, 'sql' | 'now'>,
  email: string,
  address: string | null,
): Promise<Attempt> {
  const at = now()
  const account = subjectOf('account', email)
  const subjects = address === null ? [account] : [account, subjectOf('address', address)]
  await queries.deleteOldFailures(sql, new Date(at.getTime() - REMEMBERED_MS))
  const before = await transaction(sql, async (tx) => {
    const rows = await queries.lockFailures(tx, subjects, at)
    const wait = Math.max(...rows.map((row) => waitMs(row, at)))
    if (wait > 0) throw new TooManyFailures(Math.ceil(wait / 1000))
    await queries.updateFailures(
      tx,
      rows.map((row) => ({ subject: row.subject, failures: countedFailures(row, at) + 1, lastAt: at })),
    )
    return rows
  })
  return { at, account, before }
}

/** The attempt was right, though not enough to come in: it is as if it had not been. */
export async function takeBack({ sql }: Pick<Services, 'sql'>, { before, at }: Attempt): Promise<void> {
  for (const row of before) await queries.takeBackFailure(sql, row, at)
}

/** The person came in: the failures of the account are forgotten. Those of the address stay, but for this attempt. */
export async function forgive({ sql }: Pick<Services, 'sql'>, attempt: Attempt): Promise<void> {
  await takeBack({ sql }, attempt)
  await queries.deleteFailures(sql, attempt.account)
}

/** The failures of an account are forgotten: it has another password. */
export async function forgiveAccount({ sql }: Pick<Services, 'sql'>, email: string): Promise<void> {
  await queries.deleteFailures(sql, subjectOf('account', email))
}

function subjectOf(kind: 'account' | 'address', text: string): Buffer {
  return createHash('sha256').update(`${kind} ${text}`).digest()
}
