import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeRateLimit, openAccess } from '../access/index.ts'
import type { Log } from '../lib/log.ts'
import type { Services } from '../schema/context.ts'
import { makeAdmission } from './admission.ts'
import { makeCookies } from './auth/cookies.ts'
import { providerRoutes } from './auth/provider-routes.ts'
import { authRoutes } from './auth-routes.ts'
import { exportRoutes } from './export-routes.ts'
import { makeEngine } from './engine.ts'
import { graphqlHandler } from './graphql.ts'
import { healthRoutes } from './health.ts'
import type { Hardening } from './hardening.ts'
import type { Handler } from './http.ts'
import { ingestRoute } from './ingest-route.ts'
import { makeServerMetrics } from './metrics.ts'
import { servePage } from './page.ts'
import { operationFinder, readOperations } from './persisted-operations.ts'
import { makeRouter } from './router.ts'
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
  hardening?: Hardening
}

/** For trying things out. */
const OPEN: Hardening = { production: false, introspection: true, origins: [] }

/** The one server: page, GraphQL, ingest, health. It owns its sockets and who it remembers, and nothing else. */
export function makeServer({ services, url, log, port, host, proxies = [], hardening = OPEN }: ServerOptions) {
  const { sql, tokens, now } = services
  const metrics = makeServerMetrics()
  const findOperation = operationFinder(readOperations(), { onlyPersisted: hardening.production })
  const access = openAccess({ sql, url, tokens, now, log })
  const { yoga, quickAnswer, subscribe } = makeEngine({ log, hardening, findOperation, forget: access.forget })
  const admission = makeAdmission({ access, limits: makeRateLimit({ sql, now }), now, proxies })
  const graphql = graphqlHandler({ yoga, quickAnswer, services, admission, hardening })
  const auth = { services, admission, cookies: makeCookies(services.publicUrl) }
  const routes: Record<string, Handler> = {
    ...healthRoutes({ sql }),
    ...authRoutes(auth),
    ...providerRoutes({ ...auth, log }),
    ...exportRoutes({ services, admission }),
    'GET /metrics': metrics.route,
    'POST /ingest/jobs': ingestRoute({ services, metrics, admission }),
    'GET /graphql': graphql,
    'POST /graphql': graphql,
  }
  const handle = makeRouter(routes, servePage(), { log, metrics, origins: hardening.origins })
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
    subscribe,
    services,
    admission,
    findOperation,
    onCount: (n) => metrics.sockets.set(n),
  })

  return {
    /** What is answered, as `GET /path`, besides the page. */
    routes: Object.keys(routes),
    /** Listens, and says on which port. Rejects with the system's error when it cannot. */
    async start(): Promise<{ port: number }> {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject)
        server.listen(port, host, resolve)
      }).catch(async (error: unknown) => {
        await access.close()
        throw error
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
