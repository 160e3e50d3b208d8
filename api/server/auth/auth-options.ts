import type { IncomingMessage } from 'node:http'
import { type Origin, originOf } from '../../features/people/index.ts'
import type { Services } from '../../schema/context.ts'
import type { Admission, Caller } from '../admission.ts'
import type { Cookies } from './cookies.ts'

/** What the routes of sign-in share. */
export interface AuthOptions {
  services: Services
  admission: Admission
  cookies: Cookies
}

/** Where a request came from, for the session that it begins. */
export function originOfRequest(admission: Admission, request: IncomingMessage): Origin {
  return originOf(admission.addressOf(request), request.headers['user-agent'])
}

/** The person whose cookie came along; a key counts for nothing here. */
export function personOfCookie(admission: Admission, request: IncomingMessage): Promise<Caller | null> {
  return admission.identify(request, { authorization: undefined, cookie: request.headers.cookie })
}
