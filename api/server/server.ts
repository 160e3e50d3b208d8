import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Sql } from '../db/client.ts'
import { authenticate as findViewer } from '../features/organizations/index.ts'
import type { Changes } from '../lib/changes.ts'
import type { Log } from '../lib/log.ts'
import { schema } from '../schema/index.ts'
import { authRoutes } from './auth-routes.ts'
import { graphqlHandler, makeYoga } from './graphql.ts'
import { healthRoutes } from './health.ts'
import { HttpError, sendJson, type Handler } from './http.ts'
import { ingestRoute } from './ingest-route.ts'
import { makeServerMetrics } from './metrics.ts'
import { servePage } from './page.ts'
import { openSockets } from './sockets.ts'

/** How long running requests may take when the server stops, and after that their handlers. */
const PATIENCE_MS = 3_000

export interface ServerOptions {
  sql: Sql
  changes: Changes
  now: () => Date
  log: Log
  /** 0 lets the system choose. */
  port: number
  host?: string
}

/** The one server: page, GraphQL, ingest, health. It owns its sockets and nothing else. */
export function makeServer({ sql, changes, now, log, port, host }: ServerOptions) {
  const services = { sql, changes, now }
  const metrics = makeServerMetrics()
  const yoga = makeYoga({ schema, log })
  const identify = (shown: { authorization: string | undefined; cookie: string | undefined }) =>
    findViewer(sql, shown, now())
  const authenticate = ({ headers }: IncomingMessage) =>
    identify({ authorization: headers.authorization, cookie: headers.cookie })
  const graphql = graphqlHandler({ yoga, services, authenticate })
  const routes: Record<string, Handler> = {
    ...healthRoutes({ sql }),
    ...authRoutes({ sql, now }),
    'GET /metrics': metrics.route,
    'POST /ingest/jobs': ingestRoute({ ...services, metrics, authenticate }),
    'GET /graphql': graphql,
    'POST /graphql': graphql,
  }
  const handle = router(routes, servePage(), { log, metrics })
  const running = new Set<Promise<void>>()
  const server = createServer((request, response) => {
    const work: Promise<void> = handle(request, response).finally(() => running.delete(work))
    running.add(work)
  })
  // A streamed body may take as long as it needs, as long as something arrives.
  server.requestTimeout = 0
  server.headersTimeout = 20_000
  const sockets = openSockets({
    server,
    yoga,
    services,
    authenticate: identify,
    onCount: (n) => metrics.sockets.set(n),
  })

  return {
    /** Listens, and says on which port. Rejects with the system's error when it cannot. */
    async start(): Promise<{ port: number }> {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject)
        server.listen(port, host, resolve)
      })
      return { port: (server.address() as AddressInfo).port }
    },
    /** Takes no more requests, tells sockets that it is going away, lets running requests finish for a moment. */
    async stop(): Promise<void> {
      const closed = new Promise((resolve) => server.close(resolve))
      await sockets.close()
      server.closeIdleConnections()
      const force = setTimeout(() => server.closeAllConnections(), PATIENCE_MS)
      await closed
      clearTimeout(force)
      // A request whose connection was closed may still be writing what it had read.
      await Promise.race([Promise.allSettled(running), sleep(PATIENCE_MS, undefined, { ref: false })])
    },
  }
}

interface RouterOptions {
  log: Log
  metrics: ReturnType<typeof makeServerMetrics>
}

/** Finds the handler for a request, measures it, and turns what it throws into an answer. */
function router(routes: Record<string, Handler>, page: Handler, { log, metrics }: RouterOptions) {
  const ours = new Set(Object.keys(routes).map((route) => route.split(' ')[1]))
  return async (request: IncomingMessage, response: ServerResponse) => {
    const url = parseUrl(request.url)
    const method = request.method === 'HEAD' ? 'GET' : request.method
    const known = ours.has(url.pathname)
    const route = known ? `${method} ${url.pathname}` : 'page'
    const done = metrics.requests.startTimer()
    response.once('close', () => done({ route: routes[route] ? route : 'page', status: response.statusCode }))
    try {
      setSecurityHeaders(response)
      const handler = known ? routes[route] : page
      if (!handler) throw new HttpError(405, `${request.method} is not answered at ${url.pathname}.`)
      await handler(request, response, url)
    } catch (error) {
      if (!(error instanceof HttpError)) log.error('A request failed', { route, error })
      const [status, message] =
        error instanceof HttpError
          ? [error.status, error.message]
          : [500, 'Something went wrong here. It has been logged.']
      if (response.headersSent) return void response.destroy()
      // What is left of the body is not read: the connection cannot be used again.
      if (!request.complete) response.setHeader('Connection', 'close')
      sendJson(response, status, { error: message })
    }
  }
}

/** The host that a client names is not needed, and it may be nonsense. */
function parseUrl(address: string | undefined): URL {
  const path = address?.startsWith('/') && !address.startsWith('//') ? address : '/'
  return URL.canParse(path, 'http://localhost') ? new URL(path, 'http://localhost') : new URL('http://localhost/')
}

function setSecurityHeaders(response: ServerResponse) {
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('X-Frame-Options', 'DENY')
  response.setHeader('Referrer-Policy', 'same-origin')
}
