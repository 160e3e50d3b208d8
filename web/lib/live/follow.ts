import type { DocumentNode } from 'graphql'
import type { Client } from 'graphql-ws'
import { stringifyDocument } from 'urql'
import { reference } from '../persisted.ts'

/** Where subscriptions come from, and until when they are followed. */
export interface Feed {
  client: Client
  signal: AbortSignal
}

/** What happens to a subscription. Its data only say that something changed. */
export interface FollowEvents {
  changed: () => void
  /** It ended though nobody asked; resolves when it may be tried again. */
  ended: (attempt: number) => Promise<void>
}

/** Subscribes until told to stop, also after what graphql-ws takes for the end: the server's error or its goodbye. */
export async function follow({ client, signal }: Feed, document: DocumentNode, events: FollowEvents): Promise<void> {
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    const heard = await listen(client, document, events.changed)
    if (heard) attempt = 0
    if (!signal.aborted) await events.ended(attempt)
  }
}

/** Listens until the subscription ends, for whatever reason. True when anything was heard. */
async function listen(client: Client, document: DocumentNode, changed: FollowEvents['changed']): Promise<boolean> {
  const extensions = reference(document)
  const query = extensions ? '' : stringifyDocument(document)
  let heard = false
  try {
    for await (const { data } of client.iterate({ query, ...(extensions && { extensions: { ...extensions } }) })) {
      heard = true
      if (data) changed()
    }
  } catch {
    // Whoever follows is told that it ended; there is nothing else to tell.
  }
  return heard
}
