import { TooManyFailures } from '../features/people/index.ts'
import { UserError } from '../lib/user-error.ts'
import type { Admission } from './admission.ts'
import type { AuthOptions } from './auth/auth-options.ts'
import { invitationRoutes } from './auth/invitation-routes.ts'
import { passwordRoutes } from './auth/password-routes.ts'
import { sessionRoutes } from './auth/session-routes.ts'
import { HttpError, type Handler } from './http.ts'

/**
 * What unknown callers may do: sign in, set a password, accept an invitation. It stands outside of GraphQL, so that GraphQL
 * answers nobody who has not shown who they are. All take and give JSON; a session is a cookie that scripts cannot read.
 */
export function authRoutes(options: AuthOptions): Record<string, Handler> {
  const routes = { ...sessionRoutes(options), ...passwordRoutes(options), ...invitationRoutes(options) }
  return Object.fromEntries(
    Object.entries(routes).map(([name, handler]) => [
      name,
      name.startsWith('POST') ? guard(options.admission, handler) : handler,
    ]),
  )
}

/** Strangers are counted by their address, and what a person can put right is said in the answer. */
function guard(admission: Admission, handler: Handler): Handler {
  return async (request, response, url) => {
    await admission.admitStranger(request)
    try {
      await handler(request, response, url)
    } catch (error) {
      if (error instanceof TooManyFailures) {
        throw new HttpError(429, error.message, { 'Retry-After': String(error.retryAfterSeconds) })
      }
      throw error instanceof UserError ? new HttpError(400, error.message) : error
    }
  }
}
