import type { IncomingMessage, ServerResponse } from 'node:http'
import { isDatabaseAway } from '../db/is-away.ts'
import { errorCode } from '../lib/error-code.ts'
import type { Log } from '../lib/log.ts'
import { allowOrigins } from './cors.ts'
import { AWAY, HttpError, sendJson, type Handler } from './http.ts'
import type { ServerMetrics } from './metrics.ts'
import { setSecurityHeaders } from './security-headers.ts'

interface Options {
  log: Log
  metrics: ServerMetrics
  /** Sites whose pages may read the API's answers. */
  origins: readonly string[]
}

/** Finds the handler for a request, measures it, and turns what it throws into an answer. Routes are named `GET /path`. */
export function makeRouter(routes: Record<string, Handler>, page: Handler, { log, metrics, origins }: Options) {
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
      setSecurityHeaders(request, response)
      // Signing in is for our own page only.
      const isApi = known && !path.startsWith('/auth/')
      if (isApi && allowOrigins(origins, request, response)) return
      const handler = known ? routes[route] : page
      if (!handler) throw new HttpError(405, `${request.method} is not answered at ${url.pathname}.`)
      await handler(request, response, url)
    } catch (error) {
      // Whoever hung up while we read is not there to be answered, and that is no failure of ours.
      if (response.destroyed && errorCode(error) === 'ECONNRESET') return
      const { status, message, headers } = toHttpError(error)
      if (!(error instanceof HttpError)) log.error('A request failed', { route, error })
      if (response.writableEnded) return
      if (response.headersSent) return void response.destroy()
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
      // What is left of the body is not read: the connection cannot be used again.
      if (!request.complete) response.setHeader('Connection', 'close')
      sendJson(response, status, { error: message })
    }
  }
}

/** What a caller is told. The text of an error that is not meant for them stays here. */
function toHttpError(error: unknown): HttpError {
  if (error instanceof HttpError) return error
  return isDatabaseAway(error) ? AWAY : new HttpError(500, 'Something went wrong here. It has been logged.')
}

/** The host that a client names is not needed, and it may be nonsense. */
function parseUrl(address: string | undefined): URL {
  const path = address?.startsWith('/') && !address.startsWith('//') ? address : '/'
  return URL.parse(path, 'http://localhost') ?? new URL('http://localhost/')
}
