/** The present moment, shared: all that shows it changes in the same instant, by one timer. */
export interface Ticker {
  now(): number
  /** Calls `listener` at every tick until the returned function is called. The timer runs only while somebody listens. */
  onTick(listener: () => void): () => void
}

/** Makes a ticker that moves every `everyMs`, and at once when a hidden page is seen again. */
export function makeTicker(everyMs: number): Ticker {
  let now = Date.now()
  let timer: ReturnType<typeof setInterval> | undefined
  const listeners = new Set<() => void>()

  const tick = () => {
    now = Date.now()
    for (const listener of listeners) listener()
  }
  const start = () => {
    timer = setInterval(tick, everyMs)
    document.addEventListener('visibilitychange', tick)
  }
  const stop = () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', tick)
  }
  return {
    now() {
      if (listeners.size === 0 && Date.now() - now >= everyMs) now = Date.now()
      return now
    },
    onTick(listener) {
      if (listeners.size === 0) start()
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) stop()
      }
    },
  }
}
