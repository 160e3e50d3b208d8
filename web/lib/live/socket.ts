import { createClient, type Client } from 'graphql-ws'
import { bearer } from '../graphql-client.ts'

/** What happens to a socket, and how long to wait before it is tried again. */
export interface SocketEvents {
  /** The server acknowledged the connection. */
  alive(): void
  /** It is gone, or it has stopped answering. */
  lost(): void
  /** Resolves when the next attempt may begin; `attempt` counts from 0 after a loss. */
  beforeRetry(attempt: number): Promise<void>
}

/** A graphql-ws client that notices when the other side has fallen silent. */
export interface Socket {
  client: Client
  /** Milliseconds since the server was last heard. */
  silentForMs(): number
}

const PING_EVERY_MS = 10_000
const ANSWER_WITHIN_MS = 5_000

/**
 * Opens a client that tries for ever. graphql-ws leaves it to its user to end a socket whose server does not answer, and
 * a browser takes minutes to give up on a connection attempt, so both get a time limit here.
 * @param token of who has no session; null: the cookie of the session goes along
 */
export function openSocket(address: string, token: string | null, events: SocketEvents): Socket {
  let heardAt = performance.now()
  let limit: ReturnType<typeof setTimeout> | undefined

  const expectAnswer = () => {
    clearTimeout(limit)
    limit = setTimeout(() => client.terminate(), ANSWER_WITHIN_MS)
  }
  const heard = () => {
    heardAt = performance.now()
    clearTimeout(limit)
  }
  const lost = () => {
    clearTimeout(limit)
    events.lost()
  }

  const client = createClient({
    url: address,
    connectionParams: token === null ? {} : { authorization: bearer(token) },
    retryAttempts: Infinity,
    shouldRetry: () => true,
    retryWait: (attempt) => events.beforeRetry(attempt),
    keepAlive: PING_EVERY_MS,
    on: {
      connecting: expectAnswer,
      connected: () => events.alive(),
      message: heard,
      ping: (received) => received || expectAnswer(),
      error: lost,
      closed: lost,
    },
  })
  return { client, silentForMs: () => performance.now() - heardAt }
}

/** Where the page's own server listens for WebSockets. */
export function socketAddress(): string {
  const address = new URL('/graphql', window.location.href)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  return address.href
}
