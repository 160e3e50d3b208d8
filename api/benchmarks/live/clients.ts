import { WebSocket } from 'ws'
import { answerCalls } from './child.ts'
import { batchIn, DOCUMENT } from './question.ts'

/** Many clients in one process, in groups. */
interface Group {
  sockets: WebSocket[]
  /** Messages with an answer, of all clients together. */
  received: number
  /** Length of the latest message. */
  latest: number
  arrivals: Arrival[]
}

interface Arrival {
  client: number
  batch: number
  at: number
}

interface Opening {
  group: string
  port: number
  clients: number
  /** Null: it only listens. */
  live: { key: string; queries: readonly object[]; subscriptionsEach: number } | null
}

const groups = new Map<string, Group>()
/** So many connections are opened at once. */
const AT_ONCE = 50

const calls = {
  async open(opening: Opening) {
    const group: Group = { sockets: [], received: 0, latest: 0, arrivals: [] }
    groups.set(opening.group, group)
    for (let first = 0; first < opening.clients; first += AT_ONCE) {
      const numbers = Array.from({ length: Math.min(AT_ONCE, opening.clients - first) }, (_, index) => first + index)
      await Promise.all(numbers.map((number) => connect(group, number, opening)))
    }
  },
  /** Waits until so many messages have come since the last time, and returns how many are missing after ten seconds. */
  async wait({ group, messages }: { group: string; messages: number }) {
    const found = groups.get(group)!
    const end = performance.now() + 10_000
    while (found.received < messages && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 5))
    const missing = messages - found.received
    found.received = 0
    return missing
  },
  latest: (group: string) => groups.get(group)!.latest,
  /** For each batch that was sent and each client: how long until a message told of it. Null: none did. */
  delays({ group, sent }: { group: string; sent: readonly { batch: number; at: number }[] }) {
    const { sockets, arrivals } = groups.get(group)!
    const byClient = sockets.map((): Arrival[] => [])
    for (const arrival of arrivals) byClient[arrival.client]!.push(arrival)
    return sent.flatMap(({ batch, at }) => {
      return byClient.map((mine) => {
        const first = mine.find((arrival) => arrival.batch >= batch)
        return first ? first.at - at : null
      })
    })
  },
  forget: (group: string) => void (groups.get(group)!.arrivals = []),
  pause: (group: string) => groups.get(group)!.sockets.forEach((socket) => socket.pause()),
  close(group: string) {
    for (const socket of groups.get(group)!.sockets) socket.terminate()
    groups.delete(group)
  },
}
export type ClientsCalls = typeof calls
answerCalls(calls)

function connect(group: Group, client: number, { port, live }: Opening): Promise<void> {
  const path = live ? '/graphql' : '/'
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, live ? 'graphql-transport-ws' : undefined)
  group.sockets.push(socket)
  const note = (data: Buffer) => {
    const batch = batchIn(data.toString('latin1'))
    group.received++
    group.latest = data.length
    group.arrivals.push({ client, batch, at: Date.now() })
  }
  return new Promise((resolve, reject) => {
    socket.once('error', reject)
    socket.once('open', () => {
      if (!live) return resolve()
      socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${live.key}` } }))
    })
    socket.on('message', (data: Buffer) => {
      if (!live || data.includes('"type":"next"')) return note(data)
      if (!data.includes('connection_ack')) return
      subscribe(socket, client, live)
      resolve()
    })
  })
}

function subscribe(socket: WebSocket, client: number, { queries, subscriptionsEach }: NonNullable<Opening['live']>) {
  for (let number = 0; number < subscriptionsEach; number++) {
    const query = queries[(client + number) % queries.length]
    const payload = { query: DOCUMENT, variables: { query } }
    socket.send(JSON.stringify({ id: `${client}-${number}`, type: 'subscribe', payload }))
  }
}
