import type { IncomingMessage, ServerResponse } from 'node:http'

/** Answers one request. What it throws is logged and answered with 500, unless it is an HttpError. */
export type Handler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> | void

/** An answer other than success, with a sentence for the client. */
export class HttpError extends Error {
  override name = 'HttpError'
  readonly status: number
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.status = status
    this.headers = headers
  }
}

/** The answer while the database cannot be reached. */
export const AWAY = new HttpError(503, 'The database cannot be reached at the moment. Try again in a few seconds.', {
  'Retry-After': '5',
})

/** Answers with JSON. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  if (response.headersSent || response.destroyed) return
  const text = JSON.stringify(body)
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' })
  response.end(text)
}

/** The whole body, when it is at most `limit` bytes long; throws HttpError 413 otherwise, without reading it to the end. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const tooLarge = () => new HttpError(413, `The body is larger than ${limit.toLocaleString('en')} bytes.`)
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge()
  // An iteration would be shorter, and cost a small request a tenth of its time.
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= limit) return void chunks.push(chunk)
      request.pause()
      reject(tooLarge())
    })
    request.once('end', () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)))
    request.once('error', reject)
  })
}

/**
 * Throws HttpError 403 when a browser sends this request for another site. A cookie comes along with such requests, so
 * wherever a cookie may count this is asked first. Programs that are not browsers send neither header.
 */
export function refuseForeignSite(request: IncomingMessage): void {
  const site = request.headers['sec-fetch-site']
  const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none'
  if (foreignSite || (request.headers.origin !== undefined && !isOwnOrigin(request))) {
    throw new HttpError(403, 'This request comes from another site.')
  }
}

/** Whether the `Origin` header names the host that the request was sent to. */
export function isOwnOrigin(request: IncomingMessage): boolean {
  const origin = request.headers.origin
  if (!origin || !URL.canParse(origin)) return false
  return new URL(origin).host === request.headers.host
}
