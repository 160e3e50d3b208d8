import { readConfig } from '../config.ts'
import { openChanges } from '../db/changes-over-postgres.ts'
import { makeLog } from '../lib/log.ts'
import type { ImportTools } from './import.ts'
import { withDatabase, type CommandDatabase } from './open-database.ts'

/** What `tachograph import` needs from this process. A server that runs hears of the imported jobs. */
export function importTools(): ImportTools {
  const now = () => new Date()
  const interruption = new AbortController()
  return {
    withDatabase(run) {
      const log = makeLog((line) => process.stderr.write(line), now)
      const runWithChanges = async ({ sql, url }: CommandDatabase) => {
        const changes = openChanges({ url, sql, log })
        try {
          return await run({ sql, changes })
        } finally {
          await changes.close()
        }
      }
      return withDatabase(readConfig(), runWithChanges, { interruption })
    },
    now,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    signal: interruption.signal,
    exit: (code) => (process.exitCode = code),
  }
}
