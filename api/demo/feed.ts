import type { JobEvent } from '../ingest/index.ts'
import type { Log } from '../lib/log.ts'
import { stepFeed, type FeedState } from './feed-step.ts'

/** How often the feed looks whether there is something to report, and how long it waits when that failed. */
const EVERY_MS = 1000
const RETRY_MS = 5000

export interface FeedOptions {
  state: FeedState
  record: (events: JobEvent[]) => Promise<void>
  now: () => Date
  log: Log
}

/**
 * Reports what the demo's jobs do, as it happens, until it is stopped. When the database is away it says so once, keeps
 * its place, and goes on when the database is back. `stop` resolves when nothing is under way any more.
 */
export function startFeed({ state, record, now, log }: FeedOptions): { stop(): Promise<void> } {
  let stopped = false
  let failing = false
  let timer: NodeJS.Timeout | undefined
  let underWay = Promise.resolve()

  const later = (ms: number) => {
    if (!stopped) timer = setTimeout(() => (underWay = tick()), ms)
  }
  const tick = async () => {
    try {
      const next = stepFeed(state, now().getTime())
      if (next.events.length > 0) await record(next.events)
      state = next.state
      if (failing) log.info('The demo feed goes on')
      failing = false
      later(EVERY_MS)
    } catch (error) {
      if (!failing && !stopped) log.error('The demo feed cannot report jobs and will keep trying', { error })
      failing = true
      later(RETRY_MS)
    }
  }
  later(0)
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await underWay
    },
  }
}
