/** Waits that can be cut short. */
export interface Waiter {
  wait(ms: number): Promise<void>
  /** Ends all waits at once. */
  wake(): void
}

/** Makes a waiter, for pauses that must end early when the network or the viewer returns. */
export function makeWaiter(): Waiter {
  const wakers = new Set<() => void>()
  return {
    async wait(ms) {
      const { promise, resolve } = Promise.withResolvers<void>()
      const timer = setTimeout(resolve, ms)
      wakers.add(resolve)
      await promise
      clearTimeout(timer)
      wakers.delete(resolve)
    },
    wake() {
      for (const wakeOne of wakers) wakeOne()
    },
  }
}
