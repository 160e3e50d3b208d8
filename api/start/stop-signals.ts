const NAMES = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
/** Ctrl-C below npm arrives twice, from the terminal and from npm: only a later one is a person who lost patience. */
const SAME_SIGNAL_MS = 1_000

interface Handlers {
  /** The first signal: stop in good order. */
  stop(name: string): void
  /** A later one: stop at once. */
  force(): void
}

/** Calls the handlers when somebody wants this process to end, until the returned function is called. */
export function onStopSignals({ stop, force }: Handlers): () => void {
  let firstAt: number | null = null
  const handle = (name: string) => {
    const at = performance.now()
    if (firstAt === null) {
      firstAt = at
      stop(name)
    } else if (at - firstAt > SAME_SIGNAL_MS) force()
  }
  for (const name of NAMES) process.on(name, handle)
  return () => {
    for (const name of NAMES) process.off(name, handle)
  }
}
