import type { IncomingMessage, ServerResponse } from 'node:http'

const PREFLIGHT_SECONDS = 3600

/**
 * Lets pages of the listed sites read the answers of the API. They need a key: cookies never come along, since
 * `Access-Control-Allow-Credentials` is not sent. True when the request was a preflight, which is answered with this.
 */
export function allowOrigins(origins: readonly string[], request: IncomingMessage, response: ServerResponse): boolean {
  if (origins.length === 0) return false
  // Also for those who are not listed: a cache must not give the answer of one to another.
  response.setHeader('Vary', 'Origin')
  const { origin } = request.headers
  if (origin === undefined || !origins.includes(origin)) return false
  response.setHeader('Access-Control-Allow-Origin', origin)
  response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
  response.setHeader('Access-Control-Expose-Headers', 'Retry-After')
  if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined) return false
  response.writeHead(204, {
    'Access-Control-Allow-Methods': 'GET, POST',
    'Access-Control-Allow-Headers': 'Authorization, Content-Type',
    'Access-Control-Max-Age': PREFLIGHT_SECONDS,
  })
  response.end()
  return true
}
