import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import { answerCalls, cpuUs } from './child.ts'

/** Nothing but `ws`: sends the same bytes, made once, to all who are connected. */
const sockets = new WebSocketServer({ port: 0, host: '127.0.0.1' })
const listening = once(sockets, 'listening')

const calls = {
  async port() {
    await listening
    return (sockets.address() as AddressInfo).port
  },
  cpuUs,
  send(text: string) {
    const bytes = Buffer.from(text)
    for (const socket of sockets.clients) socket.send(bytes, { binary: false })
  },
}
export type BroadcastServerCalls = typeof calls
answerCalls(calls)
