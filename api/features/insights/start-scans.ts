import type { Log } from '../../lib/log.ts'
import { repeat, type Repetition } from '../../lib/repeat.ts'
import { beginScan, selectUnscanned } from './queries/scans.ts'
import { scanOrganization, type Scanning } from './scan.ts'

/** How often it is looked whose turn it is, and how often each organization is scanned. */
const LOOK_MS = 20_000
const SCAN_MS = 10 * 60_000

/**
 * Scans every organization every ten minutes, in the background until it is stopped; of several processes one does it. What
 * fails is logged, and tried again ten minutes later.
 */
export function startScans(deps: Scanning & { log: Log }): Repetition {
  return repeat((signal) => scanAll(deps, signal), {
    everyMs: LOOK_MS,
    failure: 'Insights could not be looked for and will be tried again',
    log: deps.log,
  })
}

async function scanAll(deps: Scanning & { log: Log }, signal: AbortSignal): Promise<void> {
  const { sql, now, log } = deps
  for (const organizationId of await selectUnscanned(sql, longAgo(now()))) {
    if (signal.aborted) return
    if (!(await beginScan(sql, organizationId, { now: now(), since: longAgo(now()) }))) continue
    try {
      await scanOrganization({ ...deps, signal }, organizationId)
    } catch (error) {
      if (signal.aborted) return
      log.error('An organization could not be scanned for insights', { organizationId, error })
    }
  }
}

function longAgo(now: Date): Date {
  return new Date(now.getTime() - SCAN_MS)
}
