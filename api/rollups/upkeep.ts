import { setTimeout as wait } from 'node:timers/promises'
import type { Sql } from '../db/client.ts'
import type { Log } from '../lib/log.ts'
import { deleteNeedlessMarks } from './queries.ts'
import { refreshRollups } from './refresh.ts'

/** An hour is counted again when nothing was written to it for so long. */
const QUIET_MS = 5_000
const EVERY_MS = 1_000
/** After a failure, such as a database that is away. */
const PATIENCE_MS = 10_000

export interface UpkeepDeps {
  sql: Sql
  log: Log
  now: () => Date
}

/** Keeps rollups up in the background until it is stopped. What fails is logged, and tried again. */
export function startUpkeep({ sql, log, now }: UpkeepDeps): { stop(): Promise<void> } {
  const stopping = new AbortController()
  const { signal } = stopping

  async function run() {
    // Aborted, it rejects at once.
    while (!signal.aborted) await wait(await once(), undefined, { signal }).catch(() => {})
  }
  async function once(): Promise<number> {
    try {
      await deleteNeedlessMarks(sql)
      await refreshRollups(sql, { quietSince: new Date(now().getTime() - QUIET_MS), organizationId: null, signal })
      return EVERY_MS
    } catch (error) {
      if (!signal.aborted) log.error('Rollups could not be brought up to date and will be tried again', { error })
      return PATIENCE_MS
    }
  }
  const running = run()
  return {
    async stop() {
      stopping.abort()
      await running
    },
  }
}
