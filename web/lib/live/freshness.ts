/** How old the data on the page are: each live query says when it was last answered. */
export interface Freshness {
  /** Notes when the query `key` was last answered, in milliseconds since 1970; null forgets it. */
  note(key: string, answeredAt: number | null): void
  /** The oldest of all; null when nothing is shown. */
  oldest(): number | null
  onNote(listener: () => void): () => void
}

/** Makes the register. */
export function makeFreshness(): Freshness {
  const answered = new Map<string, number>()
  const listeners = new Set<() => void>()
  return {
    note(key, answeredAt) {
      if (answeredAt === null) answered.delete(key)
      else answered.set(key, answeredAt)
      for (const listener of listeners) listener()
    },
    oldest: () => (answered.size === 0 ? null : Math.min(...answered.values())),
    onNote(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The page's register. It holds times only. */
export const freshness = makeFreshness()
