import type { Client } from 'urql'
import { makeGraphqlClient } from '../../../lib/graphql-client.ts'
import { makeLiveConnection, type LiveConnection } from '../../../lib/live/live-connection.ts'
import { SharedDashboard } from './shared-queries.ts'

/** The stay of somebody who came by a link: everything is asked with its token, and nothing with a session. */
export interface Visit {
  client: Client
  live: LiveConnection
  /** Calls `listener` when the server refuses the token, until the returned function is called. */
  onEnded(listener: () => void): () => void
}

/** Makes a visit; its connection has to be started. */
export function makeVisit(token: string): Visit {
  const listeners = new Set<() => void>()
  const lost = () => listeners.forEach((listener) => listener())
  const client = makeGraphqlClient({ lost }, token)
  const check = async () => {
    // The answer ends the visit when the link does not work any more.
    await client.query(SharedDashboard, {}, { requestPolicy: 'network-only' })
  }
  return {
    client,
    live: makeLiveConnection({ check }, token),
    onEnded(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
