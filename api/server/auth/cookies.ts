import type { IncomingMessage, ServerResponse } from 'node:http'
import { SESSION_COOKIE } from '../../access/index.ts'
import { SECOND_STEP_SECONDS, SESSION_SECONDS } from '../../features/people/index.ts'
import { ATTEMPT_SECONDS } from '../../features/providers/index.ts'

/** Holds what a sign-in in two steps has reached, for the few minutes between them. */
export const SECOND_STEP_COOKIE = 'tachograph_sign_in'
/** Ties a sign-in at a provider to the browser that began it: an address to come back to is worth nothing in another one. */
export const ATTEMPT_COOKIE = 'tachograph_provider'

/** Writes the cookies of sign-in: scripts cannot read them, and other sites cannot send them along with what they post. */
export function makeCookies(publicUrl: string) {
  const cookie = (request: IncomingMessage, pair: string, { path, seconds }: { path: string; seconds: number }) => {
    const isSecure = request.headers['x-forwarded-proto'] === 'https' || publicUrl.startsWith('https://')
    return `${pair}; Path=${path}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
  }
  const session = (request: IncomingMessage, token: string, seconds: number) =>
    cookie(request, `${SESSION_COOKIE}=${token}`, { path: '/', seconds })
  const secondStep = (request: IncomingMessage, token: string, seconds: number) =>
    cookie(request, `${SECOND_STEP_COOKIE}=${token}`, { path: '/auth', seconds })
  const attempt = (request: IncomingMessage, token: string) =>
    cookie(request, `${ATTEMPT_COOKIE}=${token}`, { path: '/auth', seconds: ATTEMPT_SECONDS })
  return {
    session,
    attempt,
    /** The person is in: 204. */
    begin(request: IncomingMessage, response: ServerResponse, token: string) {
      const cookies = [session(request, token, SESSION_SECONDS), secondStep(request, '', 0)]
      response.writeHead(204, { 'Set-Cookie': cookies, 'Cache-Control': 'no-store' }).end()
    },
    /** The person is out: 204. */
    end(request: IncomingMessage, response: ServerResponse) {
      response.writeHead(204, { 'Set-Cookie': session(request, '', 0), 'Cache-Control': 'no-store' }).end()
    },
    /** The person is to show a code. The answer is up to the caller. */
    setSecondStep(request: IncomingMessage, response: ServerResponse, token: string) {
      response.setHeader('Set-Cookie', secondStep(request, token, SECOND_STEP_SECONDS))
    },
  }
}

export type Cookies = ReturnType<typeof makeCookies>
