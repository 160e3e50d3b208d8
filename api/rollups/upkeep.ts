import type { Sql } from '../db/client.ts'
import type { Log } from '../lib/log.ts'
import { repeat, type Repetition } from '../lib/repeat.ts'
import { deleteNeedlessMarks } from './queries.ts'
import { refreshRollups } from './refresh.ts'

/** An hour is counted again when nothing was written to it for so long. */
const QUIET_MS = 5_000
const EVERY_MS = 1_000

export interface UpkeepDeps {
  sql: Sql
  log: Log
  now: () => Date
}

/** Keeps rollups up in the background until it is stopped. What fails is logged, and tried again. */
export function startUpkeep({ sql, log, now }: UpkeepDeps): Repetition {
  return repeat(
    async (signal) => {
      await deleteNeedlessMarks(sql)
      await refreshRollups(sql, { quietSince: new Date(now().getTime() - QUIET_MS), organizationId: null, signal })
    },
    { everyMs: EVERY_MS, failure: 'Rollups could not be brought up to date and will be tried again', log },
  )
}
