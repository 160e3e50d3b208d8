import type { Sql } from '../db/client.ts'
import { minuteBefore, minuteOf } from './minute.ts'
import { deleteWindows, takeRequests } from './queries.ts'

/** A part of the limit that a process takes at a time: so many statements a minute there are at most for each subject. */
const PARTS = 50

/** How often somebody may ask. */
export interface RateLimit {
  /**
   * Takes one request of `limit` a minute. Null: go on. Otherwise the seconds to wait until there is more. `subject` names
   * who asks, such as "key 7".
   */
  take(subject: string, limit: number): Promise<number | null>
}

/** What a process may still give away of a window. */
interface Share {
  window: number
  left: number
  /** Nothing is left for any process. */
  isEmpty: boolean
}

/**
 * Limits that hold for all processes together. Each takes a fiftieth of the limit at a time out of a row that they share and
 * gives it away by itself, so most requests cost no statement, and a limit is never exceeded. A fixed minute: whoever has
 * used it up waits for the next.
 */
export function makeRateLimit({ sql, now }: { sql: Sql; now: () => Date }): RateLimit {
  const shares = new Map<string, Share>()
  const taking = new Map<string, Promise<void>>()
  let cleaned = 0

  const refill = async (subject: string, limit: number, window: number) => {
    const wanted = Math.max(1, Math.floor(limit / PARTS))
    const taken = await takeRequests(sql, subject, { start: new Date(window), limit }, wanted)
    const share = shares.get(subject)
    const left = (share?.window === window ? share.left : 0) + taken
    shares.set(subject, { window, left, isEmpty: taken < wanted })
  }
  const clean = (window: number) => {
    if (cleaned === window) return
    cleaned = window
    for (const [subject, share] of shares) if (share.window < window) shares.delete(subject)
    void deleteWindows(sql, minuteBefore(window)).catch(() => {})
  }

  return {
    async take(subject, limit) {
      for (;;) {
        const { start: window, secondsLeft } = minuteOf(now())
        clean(window)
        const share = shares.get(subject)
        if (share?.window === window && share.left > 0) {
          share.left--
          return null
        }
        if (share?.window === window && share.isEmpty) return secondsLeft
        // Those who ask meanwhile wait for the same refill.
        const refilling = taking.get(subject) ?? refill(subject, limit, window).finally(() => taking.delete(subject))
        taking.set(subject, refilling)
        await refilling
      }
    },
  }
}
