import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'

/** So many bytes may wait in this process for a client that does not read; the system takes some more. */
const MOST_WAITING = 64 * 1024
/** A client that takes nothing for so long is given up. */
const PATIENCE_MS = 10_000
/** Of WebSocket: try again later. */
const TRY_AGAIN = 1013

/** A text message in two parts. The second one may be that of many messages: it is not copied. */
export interface Message {
  head: Buffer
  body: Buffer
}

/** The way out to one client. */
export interface Outlet {
  /**
   * Hands a message over as soon as there is room for it: it is made then, and so takes no memory before. Null: it is done;
   * otherwise it resolves when it is, or the client has gone.
   */
  send(make: () => Message): Promise<void> | null
}

/**
 * Sends to a client as fast as it reads, and closes the connection with 1013 when it reads nothing for long.
 *
 * @param connection what the socket writes to
 */
export function makeOutlet(socket: WebSocket, connection: Duplex): Outlet {
  const waiting: (() => void)[] = []
  let patience: NodeJS.Timeout | null = null

  const put = ({ head, body }: Message) => {
    if (socket.readyState !== socket.OPEN) return
    // Both parts leave in one call to the system.
    connection.cork()
    socket.send(head, { binary: false, fin: false })
    if (socket.bufferedAmount + body.length <= MOST_WAITING) socket.send(body, { fin: true })
    else {
      patience = setTimeout(giveUp, PATIENCE_MS).unref()
      socket.send(body, { fin: true }, goOn)
    }
    connection.uncork()
  }
  const giveUp = () => socket.close(TRY_AGAIN, 'The client does not read what it is sent')
  const goOn = () => {
    if (patience) clearTimeout(patience)
    patience = null
    while (!patience && waiting.length > 0) waiting.shift()!()
  }
  return {
    send(make) {
      if (!patience) {
        put(make())
        return null
      }
      return new Promise((resolve) => {
        waiting.push(() => {
          put(make())
          resolve()
        })
      })
    },
  }
}
