const FIRST_MS = 250
const LONGEST_MS = 5000

/**
 * How long to wait before the next attempt, in milliseconds: doubling from a quarter of a second to five seconds, with
 * jitter over the upper half, so that a thousand pages do not return in the same moment after a restart.
 * @param attempt 0 for the first attempt after a loss
 * @param random 0..1
 * @example backoffMs(0, 1) // 250
 * @example backoffMs(9, 0) // 2500
 */
export function backoffMs(attempt: number, random: number): number {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 16))
  return longest * (0.5 + random / 2)
}
