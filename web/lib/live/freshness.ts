/** What a live query tells of its data. Times are milliseconds since 1970. */
export interface FreshnessNote {
  answeredAt: number
  /** The newest attempt to refresh them failed. */
  failed: boolean
  retry: () => void
}

/** All data on the page taken together. */
export interface FreshnessSummary {
  /** When the oldest data were read; null when there are none. */
  oldest: number | null
  failed: boolean
}

/** How old the data on the page are: each live query tells when it was last answered. */
export interface Freshness {
  /** Notes what the query `id` tells; null forgets it. */
  note(id: string, note: FreshnessNote | null): void
  summary(): FreshnessSummary
  /** Asks again whatever failed. */
  retry(): void
  onNote(listener: () => void): () => void
}

/** Makes the register. */
export function makeFreshness(): Freshness {
  const notes = new Map<string, FreshnessNote>()
  const listeners = new Set<() => void>()
  let summary: FreshnessSummary = { oldest: null, failed: false }
  return {
    note(id, note) {
      if (note === null) notes.delete(id)
      else notes.set(id, note)
      summary = summarize([...notes.values()])
      for (const listener of listeners) listener()
    },
    summary: () => summary,
    retry() {
      for (const note of notes.values()) if (note.failed) note.retry()
    },
    onNote(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function summarize(notes: readonly FreshnessNote[]): FreshnessSummary {
  const oldest = notes.length === 0 ? null : Math.min(...notes.map(({ answeredAt }) => answeredAt))
  return { oldest, failed: notes.some(({ failed }) => failed) }
}

/** The page's register. It holds times only. */
export const freshness = makeFreshness()
