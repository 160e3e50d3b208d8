export interface Turns {
  /** Runs `work` when it is its turn: first come, first served. */
  take<T>(work: () => Promise<T>): Promise<T>
  /** Whether something would run at once. */
  isFree(): boolean
}

/** Lets at most `most` pieces of work run at a time. */
export function makeTurns(most: number): Turns {
  const waiting: (() => void)[] = []
  let running = 0
  return {
    async take(work) {
      if (running < most) running++
      else await new Promise<void>((resolve) => waiting.push(resolve))
      try {
        return await work()
      } finally {
        // The turn passes on to the next, if there is one.
        const next = waiting.shift()
        if (next) next()
        else running--
      }
    },
    isFree: () => running < most,
  }
}
