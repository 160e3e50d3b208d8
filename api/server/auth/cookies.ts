import type { IncomingMessage, ServerResponse } from 'node:http'
import { SESSION_COOKIE } from '../../access/index.ts'
import { SECOND_STEP_SECONDS, SESSION_SECONDS } from '../../features/people/index.ts'

/** Holds what a sign-in in two steps has reached, for the few minutes between them. */
export const SECOND_STEP_COOKIE = 'tachograph_sign_in'

/** Writes the cookies of sign-in: scripts cannot read them, and other sites cannot send them along with what they post. */
export function makeCookies(publicUrl: string) {
  const cookie = (request: IncomingMessage, attributes: string) => {
    const isSecure = request.headers['x-forwarded-proto'] === 'https' || publicUrl.startsWith('https://')
    return `${attributes}; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
  }
  const session = (request: IncomingMessage, token: string, seconds: number) =>
    cookie(request, `${SESSION_COOKIE}=${token}; Path=/; Max-Age=${seconds}`)
  const secondStep = (request: IncomingMessage, token: string, seconds: number) =>
    cookie(request, `${SECOND_STEP_COOKIE}=${token}; Path=/auth; Max-Age=${seconds}`)
  return {
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
