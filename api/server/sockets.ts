import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { GraphQLError } from 'graphql'
import { useServer } from 'graphql-ws/use/ws'
import { type WebSocket, WebSocketServer } from 'ws'
import { isAsyncIterable } from 'graphql-yoga'
import type { Services } from '../schema/context.ts'
import type { ErrorCode } from '../schema/errors.ts'
import type { Admission, Caller } from './admission.ts'
import type { makeEngine } from './engine.ts'
import { HttpError, isOwnOrigin } from './http.ts'
import { readOperation, throughEngine } from './socket-operation.ts'
import { type Outlet, makeOutlet } from './socket-outlet.ts'
import { sendResults } from './socket-results.ts'
import { type OperationSignals, operationSignals } from './operation-signals.ts'
import type { FindOperation } from './persisted-operations.ts'

const KEEP_ALIVE_MS = 12_000
const MESSAGE_LIMIT = 1024 * 1024
/** Of graphql-transport-ws: the caller may not do this, or not any more. */
const FORBIDDEN = 4403
/** Of WebSocket: try again later. */
const TOO_MANY = 1013

interface Options extends Pick<ReturnType<typeof makeEngine>, 'yoga' | 'subscribe'> {
  server: Server
  services: Services
  admission: Admission
  findOperation: FindOperation
  onCount: (open: number) => void
}

/**
 * GraphQL over WebSocket, protocol graphql-transport-ws, on `/graphql`.
 *
 * A program shows its key as `authorization` in the payload of `connection_init`. A browser's session cookie counts only
 * when the connection comes from our own page: other sites can open sockets too, and the cookie would come along.
 */
export function openSockets({ server, yoga, subscribe, admission, services, findOperation, onCount }: Options) {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MESSAGE_LIMIT, perMessageDeflate: false })
  const signals = new WeakMap<WebSocket, OperationSignals>()
  const outlets = new WeakMap<WebSocket, Outlet>()
  const upgrade = upgradeTo(sockets)
  server.on('upgrade', upgrade)
  sockets.on('connection', (socket, request) => {
    onCount(sockets.clients.size)
    signals.set(socket, operationSignals(socket))
    outlets.set(socket, makeOutlet(socket, request.socket))
    socket.on('error', () => {})
    socket.on('close', () => onCount(sockets.clients.size))
  })

  const identify = identifyOn(admission)
  const protocol = useServer(
    {
      ...throughEngine,
      async onConnect({ extra, connectionParams }) {
        const caller = await identify(extra.request, connectionParams).catch(refusalOf)
        if (caller instanceof GraphQLError) extra.socket.close(TOO_MANY, caller.message)
        if (!caller || caller instanceof GraphQLError) return false
        // The client connects again if it still may: it then gets what it may have now.
        const unwatch = caller.watch(() =>
          extra.socket.close(FORBIDDEN, 'The right to this connection ended or changed'),
        )
        extra.socket.once('close', unwatch)
        return true
      },
      async onSubscribe({ extra, connectionParams }, id, payload) {
        const caller = await identify(extra.request, connectionParams).catch(refusalOf)
        if (!caller) return [new GraphQLError('The key or session has ended. Sign in again.')]
        if (caller instanceof GraphQLError) return [caller]
        const signal = signals.get(extra.socket)!.begin(id)
        return readOperation({ yoga, subscribe, services, findOperation }, { payload, caller, signal })
      },
      onOperation(...[{ extra }, id, , , result]) {
        if (isAsyncIterable(result)) return sendResults(result, outlets.get(extra.socket)!, id)
      },
      onComplete({ extra }, id) {
        signals.get(extra.socket)!.end(id)
      },
    },
    sockets,
    KEEP_ALIVE_MS,
  )
  return {
    async close() {
      server.off('upgrade', upgrade)
      await protocol.dispose()
    },
  }
}

/** Opens a socket for a request to /graphql, and refuses others. */
function upgradeTo(sockets: WebSocketServer) {
  return (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (request.url?.split('?')[0] !== '/graphql') return refuse(socket)
    sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit('connection', opened, request))
  }
}

/** Who asks: found out when a connection begins, and again at each subscribe, which counts as a request. */
function identifyOn(admission: Admission) {
  return (request: IncomingMessage, params: Readonly<Record<string, unknown>> | undefined) => {
    const shown = params?.['authorization'] ?? params?.['Authorization']
    const authorization = typeof shown === 'string' ? shown : request.headers.authorization
    const cookie = isOwnOrigin(request) ? request.headers.cookie : undefined
    return admission.identify(request, { authorization, cookie })
  }
}

/** Who asks too often is told so, and stays connected. */
function refusalOf(error: unknown): GraphQLError | Caller {
  if (!(error instanceof HttpError)) throw error
  return new GraphQLError(error.message, { extensions: { code: 'RATE_LIMITED' satisfies ErrorCode } })
}

function refuse(socket: Duplex) {
  socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n')
}
