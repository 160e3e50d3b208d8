import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeRateLimit, openAccess } from '../access/index.ts'
import type { Log } from '../lib/log.ts'
import type { Services } from '../schema/context.ts'
import { schema } from '../schema/index.ts'
import { makeAdmission } from './admission.ts'
import { providerRoutes } from './auth/provider-routes.ts'
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
  services: Services
  /** Of the database, for the connection that listens. */
  url: string
  log: Log
  /** 0 lets the system choose. */
  port: number
  host?: string
  /** Networks of proxies that are believed. */
  proxies?: readonly string[]
}

/** The one server: page, GraphQL, ingest, health. It owns its sockets and who it remembers, and nothing else. */
export function makeServer({ services, url, log, port, host, proxies = [] }: ServerOptions) {
  const { sql, tokens, now } = services
  const metrics = makeServerMetrics()
  const yoga = makeYoga({ schema, log })
  const access = openAccess({ sql, url, tokens, now, log })
  const admission = makeAdmission({ access, limits: makeRateLimit({ sql, now }), proxies })
  const graphql = graphqlHandler({ yoga, services, admission })
  const routes: Record<string, Handler> = {
    ...healthRoutes({ sql }),
    ...authRoutes({ services, admission }),
    ...providerRoutes({ services, admission, log }),
    'GET /metrics': metrics.route,
    'POST /ingest/jobs': ingestRoute({ services, metrics, admission }),
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
  const sockets = openSockets({ server, yoga, services, admission, onCount: (n) => metrics.sockets.set(n) })

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
      await access.close()
    },
  }
}

interface RouterOptions {
  log: Log
  metrics: ReturnType<typeof makeServerMetrics>
}

/** Finds the handler for a request, measures it, and turns what it throws into an answer. */
function router(routes: Record<string, Handler>, page: Handler, { log, metrics }: RouterOptions) {
  const ours = new Set(Object.keys(routes).map((route) => route.split(' ')[1]!))
  // A route that ends with a star answers everything below it.
  const folders = [...ours].filter((path) => path.endsWith('/*')).map((path) => path.slice(0, -1))
  return async (request: IncomingMessage, response: ServerResponse) => {
    const url = parseUrl(request.url)
    const method = request.method === 'HEAD' ? 'GET' : request.method
    const folder = folders.find((path) => url.pathname.startsWith(path))
    const path = folder ? `${folder}*` : url.pathname
    const known = ours.has(path)
    const route = known ? `${method} ${path}` : 'page'
    const done = metrics.requests.startTimer()
    response.once('close', () => done({ route: routes[route] ? route : 'page', status: response.statusCode }))
    try {
      setSecurityHeaders(response)
      const handler = known ? routes[route] : page
      if (!handler) throw new HttpError(405, `${request.method} is not answered at ${url.pathname}.`)
      await handler(request, response, url)
    } catch (error) {
      if (!(error instanceof HttpError)) log.error('A request failed', { route, error })
      const { status, message, headers } =
        error instanceof HttpError ? error : new HttpError(500, 'Something went wrong here. It has been logged.')
      if (response.writableEnded) return
      if (response.headersSent) return void response.destroy()
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
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
