import { minuteOf } from './minute.ts'

/** As many callers are counted at a time: the one that came first makes room. */
const CAPACITY = 10_000

/**
 * A limit a minute that each process counts for itself, without the database: for callers who are refused anyway, so that
 * they cannot keep it busy.
 */
export function makeLocalLimit(now: () => Date) {
  const used = new Map<string, number>()
  let current = 0
  return {
    /** Takes one request of `limit` a minute. Null: go on. Otherwise the seconds to wait until there is more. */
    take(subject: string, limit: number): number | null {
      const { start, secondsLeft } = minuteOf(now())
      if (start !== current) used.clear()
      current = start
      const before = used.get(subject) ?? 0
      if (before >= limit) return secondsLeft
      used.set(subject, before + 1)
      if (used.size > CAPACITY) used.delete(used.keys().next().value!)
      return null
    },
  }
}
