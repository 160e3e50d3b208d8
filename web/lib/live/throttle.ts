/** A way to run something again and again without running it too often. */
export interface Throttle {
  /** Something changed: run at once when the last run is long enough ago, else as soon as it is. Never two at a time. */
  request(): void
  /** A person asks: run now, or right after the run that is going on. */
  hurry(): void
  /** Hold back while true (the page is hidden); what was asked for meanwhile runs once when it becomes false. */
  hold(held: boolean): void
  /** Nothing runs any more after this. */
  stop(): void
}

/**
 * Throttles `run`: at once, then at most once per `intervalMs` from start to start, and never overlapping. A request that
 * comes during a run is not lost: it leads to one more run, because the run may have read before the change.
 */
export function makeThrottle(run: () => Promise<void>, intervalMs: number): Throttle {
  let startedAt = -Infinity
  let running = false
  let wanted = false
  let held = false
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined

  function next() {
    if (!wanted || running || held || stopped || timer !== undefined) return
    const waitMs = startedAt + intervalMs - performance.now()
    if (waitMs > 0) timer = setTimeout(wake, waitMs)
    else start()
  }

  function wake() {
    timer = undefined
    next()
  }

  function start() {
    wanted = false
    running = true
    startedAt = performance.now()
    void run().then(ended, ended)
  }

  // How a run went is its own matter; the next one begins all the same.
  function ended() {
    running = false
    next()
  }

  return {
    request() {
      wanted = true
      next()
    },
    hurry() {
      clearTimeout(timer)
      timer = undefined
      startedAt = -Infinity
      wanted = true
      next()
    },
    hold(value) {
      held = value
      next()
    },
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
