export interface MailboxOptions<Value> {
  /** Values with the same key are about the same thing: only the newest of them waits. */
  keyOf: (value: Value) => string
  /** Most keys that may wait. One more ends the mailbox with the error of `overflow`. */
  capacity: number
  overflow: () => Error
  /** Makes one value of two with the same key. Without it the newer one replaces the older one. */
  join?: (older: Value, newer: Value) => Value
  /** Shortest time between two values that are given out, in milliseconds. The first one goes out at once. */
  intervalMs?: number
  /** Called once, when nothing is put in or taken out any more. */
  onClose?: () => void
}

export interface Mailbox<Value> {
  /** Adds a value for the reader. Does nothing after the end. */
  put(value: Value): void
  /** Ends it: the reader gets the error as its last value, and what was waiting is dropped. */
  fail(error: Error): void
  /**
   * What the reader reads. An error arrives as a value, not as an exception, so that whoever answers the reader can word it:
   * an exception in the source of a GraphQL subscription would end the connection of some transports.
   */
  values: AsyncIterableIterator<Value | Error>
}

/**
 * Stands between a writer that must not wait and a reader that may be slow, or never read at all. It never holds more than
 * `capacity` values, whatever happens: the reader gets the newest state of each thing, not every state.
 */
export function openMailbox<Value>(options: MailboxOptions<Value>): Mailbox<Value> {
  const waiting = new Map<string, Value>()
  const readers: ((result: IteratorResult<Value | Error, undefined>) => void)[] = []
  let ended = false
  let lastError: Error | null = null
  let pause: NodeJS.Timeout | null = null

  const deliver = () => {
    while (readers.length > 0) {
      const [first] = waiting
      if (lastError) {
        readers.shift()!({ value: lastError, done: false })
        lastError = null
      } else if (ended) readers.shift()!({ value: undefined, done: true })
      else if (first && !pause) {
        waiting.delete(first[0])
        rest()
        readers.shift()!({ value: first[1], done: false })
      } else return
    }
  }
  const rest = () => {
    if (!options.intervalMs) return
    pause = setTimeout(() => {
      pause = null
      deliver()
    }, options.intervalMs).unref()
  }
  const end = (error: Error | null) => {
    if (!ended) {
      ended = true
      lastError = error
      waiting.clear()
      if (pause) clearTimeout(pause)
      options.onClose?.()
    }
    deliver()
  }
  const put = (value: Value) => {
    if (ended) return
    const key = options.keyOf(value)
    const older = waiting.get(key)
    if (older === undefined && waiting.size >= options.capacity) return end(options.overflow())
    waiting.set(key, older !== undefined && options.join ? options.join(older, value) : value)
    deliver()
  }

  const values: AsyncIterableIterator<Value | Error> = {
    next() {
      const result = new Promise<IteratorResult<Value | Error, undefined>>((resolve) => readers.push(resolve))
      deliver()
      return result
    },
    return() {
      lastError = null
      end(null)
      return Promise.resolve({ value: undefined, done: true })
    },
    [Symbol.asyncIterator]: () => values,
  }
  return { put, fail: end, values }
}
