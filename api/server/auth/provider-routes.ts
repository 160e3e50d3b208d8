import type { IncomingMessage, ServerResponse } from 'node:http'
import { readCookie, SESSION_COOKIE } from '../../access/index.ts'
import {
  ATTEMPT_SECONDS,
  makeProviderSignIn,
  ownPath,
  PROVIDER_SESSION_SECONDS,
  SignInProblem,
} from '../../features/providers/index.ts'
import type { Log } from '../../lib/log.ts'
import type { Services } from '../../schema/context.ts'
import type { Admission } from '../admission.ts'
import type { Handler } from '../http.ts'
import { originOfRequest } from './auth-options.ts'

/** Ties a sign-in to the browser that began it: an address to come back to is worth nothing in another one. */
const ATTEMPT_COOKIE = 'tachograph_provider'

interface Options {
  services: Services
  admission: Admission
  log: Log
}

/**
 * Signing in with an identity provider. People come here from pages of other sites, and are always sent on to a page: to
 * where they wanted to go, or to the sign-in page with a word for what went wrong.
 */
export function providerRoutes({ services, admission, log }: Options): Record<string, Handler> {
  const { tokens } = services
  const signIn = makeProviderSignIn(services)
  const attemptOf = (request: IncomingMessage) => {
    const cookie = readCookie(request.headers.cookie, ATTEMPT_COOKIE)
    return cookie !== null && tokens.check('link', cookie) ? cookie : null
  }
  const cookie = (name: string, value: string, { path, seconds }: { path: string; seconds: number }) => {
    const secure = services.publicUrl.startsWith('https://') ? '; Secure' : ''
    return `${name}=${value}; Path=${path}; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`
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
          const lifetime = { path: '/auth', seconds: ATTEMPT_SECONDS }
          sendOn(response, begun.url, [cookie(ATTEMPT_COOKIE, begun.browser, lifetime)])
        })
        .catch((error: unknown) => orProblem(response, error))
    },
    async 'GET /auth/callback'(request, response, url) {
      await admission.admitStranger(request)
      await signIn
        .finish({ url, browser: attemptOf(request), origin: originOfRequest(admission, request) })
        .then(({ token, to }) => {
          sendOn(response, to, [cookie(SESSION_COOKIE, token, { path: '/', seconds: PROVIDER_SESSION_SECONDS })])
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
