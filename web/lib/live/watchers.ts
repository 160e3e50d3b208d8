import type { Client } from 'graphql-ws'

/** Something that goes on as long as there is a client. Returns what ends it. */
export type Watcher = (client: Client) => () => void

/** Watchers that come and go, and a client that comes and goes under them. */
export interface Watchers {
  /** Begins as soon as there is a client, and ends when the returned function is called. */
  add(watcher: Watcher): () => void
  /** Lets all watchers begin with a client; they end when the returned function is called. */
  run(client: Client): () => void
}

/** Makes the list. A part of the page may ask before the connection is started, and stays on when that is started anew. */
export function makeWatchers(): Watchers {
  let client: Client | null = null
  const ends = new Map<Watcher, (() => void) | null>()
  return {
    add(watcher) {
      ends.set(watcher, client && watcher(client))
      return () => {
        ends.get(watcher)?.()
        ends.delete(watcher)
      }
    },
    run(running) {
      client = running
      for (const watcher of ends.keys()) ends.set(watcher, watcher(running))
      return () => {
        client = null
        for (const [watcher, end] of ends) {
          end?.()
          ends.set(watcher, null)
        }
      }
    },
  }
}
