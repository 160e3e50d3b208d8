import { setTimeout } from 'node:timers/promises'
import type { ReservedSql, Sql } from './client.ts'
import type { Statement } from './pieces.ts'

export interface Limits {
  /** How long it may run: then PostgreSQL stops it, with the code 57014. */
  timeoutMs: number
  /** When it aborts, PostgreSQL is asked to stop it, with the same code. */
  signal: AbortSignal
}

/** A request to stop that came between two messages is lost: it is made again. */
const CANCEL_AGAIN_MS = 200

/**
 * Runs one statement within limits and returns its rows as arrays. It is planned for its values: a plan for any range of
 * time expects too few rows, and took up to twice as long (half a million rows).
 *
 * Both are settings of connections that are kept for such statements: told before each, they cost as much as a short one.
 */
export async function runLimited(sql: Sql, { text, parameters }: Statement, limits: Limits): Promise<unknown[][]> {
  const { timeoutMs, signal } = limits
  const connection = await sql.reserve({
    statement_timeout: String(timeoutMs),
    plan_cache_mode: 'force_custom_plan',
  })
  if (signal.aborted) {
    connection.release()
    throw signal.reason
  }
  const answer = connection.unsafe(text, parameters, { prepare: true }).values()
  void stopWhenAborted(connection, answer, signal).finally(() => connection.release())
  return answer
}

/** Resolves when the answer is there and nothing is under way any more that could stop another statement. */
async function stopWhenAborted(connection: ReservedSql, answer: Promise<unknown>, signal: AbortSignal): Promise<void> {
  const { promise: aborted, resolve } = Promise.withResolvers<false>()
  const stop = () => resolve(false)
  signal.addEventListener('abort', stop)
  const answered = answer.then(
    () => true,
    () => true,
  )
  let isAnswered = await Promise.race([answered, aborted])
  signal.removeEventListener('abort', stop)
  while (!isAnswered) {
    await connection.cancel().catch(() => {})
    isAnswered = await Promise.race([answered, setTimeout(CANCEL_AGAIN_MS, false, { ref: false })])
  }
}
