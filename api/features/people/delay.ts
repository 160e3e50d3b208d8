/** Failures that cost nothing: people mistype. */
const FREE_FAILURES = 5
const FIRST_DELAY_MS = 1_000
const LONGEST_DELAY_MS = 60_000
/** Failures are forgotten when so long after the last one there was no other. */
export const REMEMBERED_MS = 3_600_000

/** What is known of an account or an address. */
interface Failures {
  failures: number
  lastAt: Date
}

/** How many failures still count. */
export function countedFailures({ failures, lastAt }: Failures, now: Date): number {
  return now.getTime() - lastAt.getTime() >= REMEMBERED_MS ? 0 : failures
}

/** How long to wait until the next attempt: a second after five failures, twice as long after each more, up to a minute. */
export function waitMs(known: Failures, now: Date): number {
  const failures = countedFailures(known, now)
  if (failures < FREE_FAILURES) return 0
  const delay = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (failures - FREE_FAILURES))
  return Math.max(0, delay - (now.getTime() - known.lastAt.getTime()))
}
