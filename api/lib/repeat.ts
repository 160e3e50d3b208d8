import { setTimeout as wait } from 'node:timers/promises'
import type { Log } from './log.ts'

/** The least pause after a failure, such as a database that is away. */
const PATIENCE_MS = 10_000

/** Something that goes on in the background. */
export interface Repetition {
  /** Ends it, after what it is at. */
  stop(): Promise<void>
}

interface RepeatOptions {
  /** The pause after each time. */
  everyMs: number
  /** What to log when it fails. It is tried again after the pause, or after ten seconds when the pause is shorter. */
  failure: string
  log: Log
}

/** Does something at once and then again and again until it is stopped: the signal tells it to come to an end. */
export function repeat(
  work: (signal: AbortSignal) => Promise<void>,
  { everyMs, failure, log }: RepeatOptions,
): Repetition {
  const stopping = new AbortController()
  const { signal } = stopping

  async function run() {
    // Aborted, it rejects at once.
    while (!signal.aborted) await wait(await once(), undefined, { signal }).catch(() => {})
  }
  async function once(): Promise<number> {
    try {
      await work(signal)
      return everyMs
    } catch (error) {
      if (!signal.aborted) log.error(failure, { error })
      return Math.max(everyMs, PATIENCE_MS)
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
