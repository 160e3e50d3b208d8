import { existsSync } from 'node:fs'
import { join } from 'node:path'
import sirv from 'sirv'
import { HttpError, type Handler } from './http.ts'

/** Where `npm run build` puts the page. */
export const pageFolder = join(import.meta.dirname, '../../web/dist')

/**
 * Scripts come from this server only and never from the page's text. Styles may stand in it: tooltips of charts are texts with
 * style attributes, and buttons add a style element that keeps touch screens from zooming. Neither can run anything.
 */
const POLICY = [
  // Also for what is fetched, and for the socket.
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** Serves the built page: files as they are, and the page itself for every address that it makes up in the browser. */
export function servePage(folder = pageFolder): Handler {
  if (!existsSync(join(folder, 'index.html'))) {
    return () => {
      throw new HttpError(503, 'The page has not been built. Run: npm run build')
    }
  }
  const files = sirv(folder, { single: true, etag: true, gzip: true, brotli: true, setHeaders })
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') throw new HttpError(405, 'Only GET is answered here.')
    // Also with "not modified": what that says takes the place of what the browser has kept.
    response.setHeader('Content-Security-Policy', POLICY)
    files(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('There is nothing at this address.')
    })
  }
}

function setHeaders(response: Parameters<Handler>[1], path: string) {
  // Names under assets/ contain a hash of the content, so they never change.
  const fixed = path.startsWith('/assets/')
  response.setHeader('Cache-Control', fixed ? 'public, max-age=31536000, immutable' : 'no-cache')
}
