import type { IncomingMessage, ServerResponse } from 'node:http'
import { readCookie } from '../../access/index.ts'
import { makeProviderSignIn, ownPath, PROVIDER_SESSION_SECONDS, SignInProblem } from '../../features/providers/index.ts'
import type { Log } from '../../lib/log.ts'
import type { Handler } from '../http.ts'
import { type AuthOptions, originOfRequest } from './auth-options.ts'
import { ATTEMPT_COOKIE } from './cookies.ts'

interface Options extends AuthOptions {
  log: Log
}

/**
 * Signing in with an identity provider. People come here from pages of other sites, and are always sent on to a page: to
 * where they wanted to go, or to the sign-in page with a word for what went wrong.
 */
export function providerRoutes({ services, admission, cookies, log }: Options): Record<string, Handler> {
  const { tokens } = services
  const signIn = makeProviderSignIn(services)
  const attemptOf = (request: IncomingMessage) => {
    const cookie = readCookie(request.headers.cookie, ATTEMPT_COOKIE)
    return cookie !== null && tokens.check('link', cookie) ? cookie : null
  }
  const orProblem = (response: ServerResponse, error: unknown) => {
    if (!(error instanceof SignInProblem)) throw error
    log.info('Nobody was signed in through an identity provider', { problem: error.code, reason: error.message })
    sendOn(response, `/sign-in?problem=${error.code}`, [])
  }

  return {
    async 'GET /auth/provider/*'(request, response, url) {
      await admission.admitStranger(request)
      const [, organizationId, providerId] = /^\/auth\/provider\/(\d{1,9})\/(\d{1,9})$/.exec(url.pathname) ?? []
      const to = ownPath(url.searchParams.get('to'))
      const browser = attemptOf(request)
      await signIn
        .begin({ organizationId: Number(organizationId ?? -1), providerId: Number(providerId ?? -1), to, browser })
        .then((begun) => {
          sendOn(response, begun.url, [cookies.attempt(request, begun.browser)])
        })
        .catch((error: unknown) => orProblem(response, error))
    },
    async 'GET /auth/callback'(request, response, url) {
      await admission.admitStranger(request)
      await signIn
        .finish({ url, browser: attemptOf(request), origin: originOfRequest(admission, request) })
        .then(({ token, to }) => {
          sendOn(response, to, [cookies.session(request, token, PROVIDER_SESSION_SECONDS)])
        })
        .catch((error: unknown) => orProblem(response, error))
    },
  }
}

function sendOn(response: ServerResponse, address: string, cookies: string[]) {
  response.writeHead(302, {
    Location: address,
    'Cache-Control': 'no-store',
    // The address of the callback has the code in it.
    'Referrer-Policy': 'no-referrer',
    ...(cookies.length > 0 && { 'Set-Cookie': cookies }),
  })
  response.end()
}
