import type { Sql } from '../../db/client.ts'
import type { Log } from '../../lib/log.ts'
import { repeat, type Repetition } from '../../lib/repeat.ts'
import { enforceRetention } from './enforce.ts'

const EVERY_MS = 5 * 60_000

/** Deletes what organizations do not keep, in the background until it is stopped. What fails is logged, and tried again. */
export function startRetention({ sql, log, now }: { sql: Sql; log: Log; now: () => Date }): Repetition {
  return repeat((signal) => enforceRetention(sql, { now: now(), signal }), {
    everyMs: EVERY_MS,
    failure: 'What is not to be kept could not be deleted and will be tried again',
    log,
  })
}
