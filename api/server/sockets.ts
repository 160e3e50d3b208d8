import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type DocumentNode, GraphQLError, type ExecutionArgs } from 'graphql'
import type { OperationResult } from 'graphql-ws'
import { useServer } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'
import type { Viewer } from '../schema/context.ts'
import type { makeYoga } from './graphql.ts'
import { isOwnOrigin } from './http.ts'

const KEEP_ALIVE_MS = 12_000
const MESSAGE_LIMIT = 1024 * 1024

interface Options {
  server: Server
  yoga: ReturnType<typeof makeYoga>
  /** Asked when a connection begins and again at each subscribe: a key or session may have ended meanwhile. */
  authenticate: (headers: { authorization: string | undefined; cookie: string | undefined }) => Promise<Viewer | null>
  /** What a resolver gets, without the viewer. */
  services: object
  onCount: (open: number) => void
}

type Envelop = ExecutionArgs & {
  rootValue: { execute: (args: ExecutionArgs) => OperationResult; subscribe: (args: ExecutionArgs) => OperationResult }
}

/**
 * GraphQL over WebSocket, protocol graphql-transport-ws, on `/graphql`.
 *
 * A program shows its key as `authorization` in the payload of `connection_init`. A browser's session cookie counts only
 * when the connection comes from our own page: other sites can open sockets too, and the cookie would come along.
 */
export function openSockets({ server, yoga, authenticate, services, onCount }: Options) {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MESSAGE_LIMIT })
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (request.url?.split('?')[0] !== '/graphql') return refuse(socket)
    sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit('connection', opened, request))
  }
  server.on('upgrade', upgrade)
  sockets.on('connection', (socket) => {
    onCount(sockets.clients.size)
    socket.on('error', () => {})
    socket.on('close', () => onCount(sockets.clients.size))
  })

  const identify = (request: IncomingMessage, params: Record<string, unknown> | undefined) => {
    const shown = params?.['authorization'] ?? params?.['Authorization']
    const authorization = typeof shown === 'string' ? shown : request.headers.authorization
    const cookie = isOwnOrigin(request) ? request.headers.cookie : undefined
    return authenticate({ authorization, cookie })
  }

  const protocol = useServer(
    {
      execute: (args) => (args as Envelop).rootValue.execute(args),
      subscribe: (args) => (args as Envelop).rootValue.subscribe(args),
      onConnect: async ({ extra, connectionParams }) =>
        (await identify(extra.request, connectionParams as Record<string, unknown> | undefined)) !== null,
      async onSubscribe({ extra, connectionParams }, _id, payload) {
        const viewer = await identify(extra.request, connectionParams as Record<string, unknown> | undefined)
        if (!viewer) return [new GraphQLError('The key or session has ended. Sign in again.')]
        const { schema, execute, subscribe, contextFactory, parse, validate } = yoga.getEnveloped({
          ...services,
          viewer,
        })
        const document = readDocument(parse, payload.query)
        if (document instanceof GraphQLError) return [document]
        const errors = validate(schema, document)
        if (errors.length > 0) return errors
        const { operationName, variables: variableValues } = payload
        const rootValue = { execute, subscribe }
        return { schema, operationName, document, variableValues, contextValue: await contextFactory(), rootValue }
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

/** The query, or what is wrong with its text: thrown, it would end the socket and with it everything else on it. */
function readDocument(parse: (text: string) => DocumentNode, text: string): DocumentNode | GraphQLError {
  try {
    return parse(text)
  } catch (error) {
    if (error instanceof GraphQLError) return error
    throw error
  }
}

function refuse(socket: Duplex) {
  socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n')
}
