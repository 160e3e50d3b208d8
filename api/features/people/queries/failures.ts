import type { Sql } from '../../../db/client.ts'

/** All SQL about failed sign-ins: by account and by address, for all processes together. */

export interface FailureRow {
  subject: Buffer
  failures: number
  lastAt: Date
}

/** What is known of some subjects. They are locked until the transaction ends, in one order, so that attempts take turns. */
export async function lockFailures(sql: Sql, subjects: readonly Buffer[], now: Date): Promise<FailureRow[]> {
  const inOrder = subjects.map((subject) => subject.toString('hex')).sort()
  return sql<FailureRow[]>`
    insert into sign_in_failures as known (subject, failures, last_at)
    select decode(hex, 'hex'), 0, ${now} from unnest(${inOrder}::text[]) with ordinality as subjects (hex, place)
    order by place
    on conflict (subject) do update set failures = known.failures
    returning subject, failures, last_at`
}

export async function updateFailures(sql: Sql, rows: readonly FailureRow[]): Promise<void> {
  for (const { subject, failures, lastAt } of rows) {
    await sql`update sign_in_failures set failures = ${failures}, last_at = ${lastAt} where subject = ${subject}`
  }
}

/** Takes back one failure, as if the attempt at `at` had not been. Others may have failed since. */
export async function takeBackFailure(sql: Sql, before: FailureRow, at: Date): Promise<void> {
  await sql`
    update sign_in_failures
    set failures = failures - 1, last_at = case when last_at = ${at} then ${before.lastAt} else last_at end
    where subject = ${before.subject} and failures > 0`
}

export async function deleteFailures(sql: Sql, subject: Buffer): Promise<void> {
  await sql`delete from sign_in_failures where subject = ${subject}`
}

/** Forgets old failures, some at a time. Those that somebody is about to add to are left alone. */
export async function deleteOldFailures(sql: Sql, before: Date): Promise<void> {
  await sql`
    delete from sign_in_failures where subject in (
      select subject from sign_in_failures where last_at <= ${before} limit 100 for update skip locked
    )`
}
