import type { WebSocket } from 'ws'

/** Longer messages are no `complete`: it has nothing but an id. */
const LONGEST_COMPLETE = 200

/** Tells the operations of one socket when nobody waits for them any more. */
export interface OperationSignals {
  /** A signal that aborts when the client ends the operation, or the socket closes. */
  begin(id: string): AbortSignal
  /** The operation is over: nothing is left to tell. */
  end(id: string): void
}

/**
 * Listens to a socket. The protocol's own library tells when a subscription is to end, but not when a query is that has not
 * been answered yet.
 */
export function operationSignals(socket: WebSocket): OperationSignals {
  const running = new Map<string, AbortController>()
  socket.on('message', (data: Buffer) => {
    if (running.size === 0 || data.length > LONGEST_COMPLETE) return
    const id = completedBy(data.toString())
    if (id !== null) running.get(id)?.abort()
  })
  socket.once('close', () => {
    for (const controller of running.values()) controller.abort()
  })
  return {
    begin(id) {
      const controller = new AbortController()
      running.set(id, controller)
      return controller.signal
    },
    end: (id) => void running.delete(id),
  }
}

/** The operation that a message of graphql-transport-ws ends; null for other messages, and for what is none. */
function completedBy(text: string): string | null {
  try {
    const { type, id } = Object(JSON.parse(text))
    return type === 'complete' && typeof id === 'string' ? id : null
  } catch {
    return null
  }
}
