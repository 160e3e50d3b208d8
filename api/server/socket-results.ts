import type { ExecutionResult } from 'graphql'
import type { Outlet } from './socket-outlet.ts'

/** The results of a subscription as the protocol's library wants them; it gets to see their end, and nothing else. */
type Sent = AsyncIterableIterator<never, undefined>

/**
 * Sends the results of a subscription itself, as `next` messages of graphql-transport-ws, and leaves the rest of the protocol
 * to its library. A result that many get is written once. The next one is asked for when there is room for it, so that a
 * slow client gets the newest.
 */
export function sendResults(results: AsyncIterable<ExecutionResult>, outlet: Outlet, id: string): Sent {
  const iterator = results[Symbol.asyncIterator]()
  const head = Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`)
  let sending: Promise<void> | null = null

  const sendAll = async () => {
    for (;;) {
      const { done, value } = await iterator.next()
      if (done) return
      const room = outlet.send(() => ({ head, body: bodyOf(value) }))
      if (room) await room
    }
  }
  const sent: Sent = {
    async next() {
      await (sending ??= sendAll())
      return { value: undefined, done: true }
    },
    async return() {
      await iterator.return?.()
      return { value: undefined, done: true }
    },
    [Symbol.asyncIterator]: () => sent,
  }
  return sent
}

const bodies = new WeakMap<ExecutionResult, Buffer>()

/** The rest of a message that brings a result. */
function bodyOf(result: ExecutionResult): Buffer {
  const known = bodies.get(result) ?? Buffer.from(`${JSON.stringify(result)}}`)
  bodies.set(result, known)
  return known
}
