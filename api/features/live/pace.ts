/** Does something again whenever it is asked for: the first time at once, then not more often than every so many milliseconds. */
export interface Pace {
  /** What is done must be done once more. What is asked for while it is being done is done after that. */
  ask(): void
  /** Asks at a later moment, in place of one that was set before. Null: not at all. */
  askIn(ms: number | null): void
  stop(): void
}

/** Longer timers do not exist. */
const LONGEST_MS = 2 ** 31 - 1

/**
 * @param work must not reject
 * @param leastMs between the beginnings of two times
 */
export function makePace(work: () => Promise<void>, leastMs: number): Pace {
  let begunAt = -Infinity
  let isAtIt = false
  let isAskedAgain = false
  let pause: NodeJS.Timeout | null = null
  let later: NodeJS.Timeout | null = null

  const ask = () => {
    if (isAtIt) isAskedAgain = true
    else pause ??= setTimeout(begin, Math.max(begunAt + leastMs - performance.now(), 0)).unref()
  }
  const begin = () => {
    pause = null
    begunAt = performance.now()
    isAtIt = true
    void work().finally(() => {
      isAtIt = false
      if (isAskedAgain) ask()
      isAskedAgain = false
    })
  }
  const askIn = (ms: number | null) => {
    if (later) clearTimeout(later)
    later = ms === null ? null : setTimeout(ask, Math.min(Math.max(ms, 0), LONGEST_MS)).unref()
  }
  return {
    ask,
    askIn,
    stop() {
      askIn(null)
      if (pause) clearTimeout(pause)
      pause = null
      isAskedAgain = false
    },
  }
}
