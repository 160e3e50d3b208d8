export interface LatestOptions<Value> {
  /** What is new since it was called last; null when nothing is. */
  take: () => Value | null
  /** Called once, when nothing is read any more. */
  onClose?: () => void
}

export interface Latest<Value> {
  /** There may be something new. */
  tell(): void
  values: AsyncIterableIterator<Value>
}

/**
 * Lets one reader follow something that changes: what is new is found out when the reader asks for it. Nothing waits here,
 * so a reader that is slow, or never reads at all, costs nothing and gets the newest state when it comes back.
 */
export function followLatest<Value>({ take, onClose }: LatestOptions<Value>): Latest<Value> {
  const readers: ((result: IteratorResult<Value, undefined>) => void)[] = []
  let ended = false

  const tell = () => {
    while (readers.length > 0) {
      const value = ended ? undefined : take()
      if (value === null) return
      readers.shift()!(value === undefined ? { value, done: true } : { value, done: false })
    }
  }
  const values: AsyncIterableIterator<Value> = {
    next() {
      const result = new Promise<IteratorResult<Value, undefined>>((resolve) => readers.push(resolve))
      tell()
      return result
    },
    return() {
      if (!ended) onClose?.()
      ended = true
      tell()
      return Promise.resolve({ value: undefined, done: true })
    },
    [Symbol.asyncIterator]: () => values,
  }
  return { tell, values }
}
