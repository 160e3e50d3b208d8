import { quotaExceeded } from '../../schema/errors.ts'
import type { Change } from './answer-rules.ts'
import type { Entry } from './entry.ts'

/** An answer is remembered so long after the last one who watched it, for those who come back. */
const LINGER_MS = 60_000
/** Answers that nobody watches, of all organizations. */
const MOST_LINGERING = 100
/** Different questions of one organization at once. */
const MOST_QUESTIONS = 1_000

interface Place<Told extends Change> {
  organizationId: number
  entry: Entry<Told>
}

/** Entries by what they answer. */
export interface Shelf<Told extends Change> {
  /**
   * The entry with this key, made where there is none: it is to say when the first one watches it, and when the last one has
   * gone. Throws QUOTA_EXCEEDED when the organization has too many.
   */
  find(key: string, organizationId: number, make: (onWatched: (isWatched: boolean) => void) => Entry<Told>): Entry<Told>
}

/** Makes an empty one. */
export function makeShelf<Told extends Change>(): Shelf<Told> {
  const places = new Map<string, Place<Told>>()
  /** Those that nobody watches, the longest first. */
  const lingering = new Map<string, NodeJS.Timeout>()

  const keep = (key: string) => {
    clearTimeout(lingering.get(key))
    lingering.delete(key)
  }
  const drop = (key: string) => {
    keep(key)
    places.get(key)?.entry.close()
    places.delete(key)
  }
  const linger = (key: string) => {
    keep(key)
    lingering.set(key, setTimeout(() => drop(key), LINGER_MS).unref())
    if (lingering.size > MOST_LINGERING) drop(lingering.keys().next().value!)
  }
  const refuseTooMany = (organizationId: number) => {
    const count = [...places.values()].filter((place) => place.organizationId === organizationId).length
    if (count < MOST_QUESTIONS) return
    throw quotaExceeded(
      `The organization watches ${MOST_QUESTIONS} different questions, which is the most. Close a dashboard, and try again in a minute.`,
    )
  }
  return {
    find(key, organizationId, make) {
      const found = places.get(key)
      if (found) return found.entry
      refuseTooMany(organizationId)
      const entry = make((isWatched) => (isWatched ? keep(key) : linger(key)))
      places.set(key, { organizationId, entry })
      linger(key)
      return entry
    },
  }
}
