import { createHash } from 'node:crypto'
import { renderGraphiQL } from '@graphql-yoga/render-graphiql'
import type { Handler } from './http.ts'

/**
 * A page to try queries out with. It holds no data, and needs no other server. Its scripts stand in its text, so the policy
 * names their hashes: no other script runs.
 */
export function graphiqlPage(): Handler {
  let made: { page: Buffer; policy: string } | null = null
  return (_request, response) => {
    // 9 MB, and the same for everyone.
    made ??= make()
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': made.policy,
      'Cache-Control': 'no-cache',
    })
    response.end(made.page)
  }
}

function make() {
  const page = renderGraphiQL({ title: 'Tachograph', subscriptionsProtocol: 'WS' })
  const scripts = [...page.matchAll(/<script>([^]*?)<\/script>/g)].map(([, text]) => `'sha256-${hash(text!)}'`)
  const policy = [
    "default-src 'none'",
    `script-src ${scripts.join(' ')}`,
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    "img-src 'self' data:",
    'font-src data:',
    "connect-src 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
  return { page: Buffer.from(page), policy }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64')
}
