import type { IncomingMessage } from 'node:http'
import {
  type Access,
  clientAddress,
  type Credentials,
  limitedAddress,
  makeLocalLimit,
  type RateLimit,
} from '../access/index.ts'
import type { Viewer } from '../schema/context.ts'
import { HttpError } from './http.ts'

/** Requests a minute of one key, of one person, or of all who came by one share link, unless the key says otherwise: a BI tool pages through all it has. */
const REQUESTS_A_MINUTE = 30_000
/** Requests a minute of one address that show nothing, or nothing that counts. */
const STRANGERS_A_MINUTE = 1_200

/** Somebody who was recognised. */
export interface Caller {
  viewer: Viewer
  address: string | null
  /** Calls `end` once when the right to ask ends or changes, until the returned function is called. */
  watch: (end: () => void) => () => void
}

/** Lets requests in. */
export interface Admission {
  /** Who asks; null: nobody who is known. Throws HttpError 429 for who asks too often. Counts the request. */
  identify(request: IncomingMessage, shown?: Credentials): Promise<Caller | null>
  /** Throws HttpError 429 when the address asks too often, of all processes together: for what strangers may do. */
  admitStranger(request: IncomingMessage): Promise<void>
  addressOf(request: IncomingMessage): string | null
}

interface Options {
  access: Access
  limits: RateLimit
  now: () => Date
  /** Networks of proxies that are believed. */
  proxies: readonly string[]
}

/** Recognises callers, counts what they do, and slows down those who do too much. */
export function makeAdmission({ access, limits, now, proxies }: Options): Admission {
  const refused = makeLocalLimit(now)
  const addressOf = (request: IncomingMessage) => clientAddress(request, proxies)
  const take = async (subject: string, limit: number) => refuseUntil(await limits.take(subject, limit), limit)
  return {
    addressOf,
    admitStranger: (request) => take(`address ${limitedAddress(addressOf(request))}`, STRANGERS_A_MINUTE),
    async identify(request, shown = headersOf(request)) {
      const address = addressOf(request)
      const viewer = await access.authenticate(shown, address)
      if (!viewer) {
        // Whoever makes up tokens cannot keep the database busy.
        refuseUntil(refused.take(limitedAddress(address), STRANGERS_A_MINUTE), STRANGERS_A_MINUTE)
        return null
      }
      const { apiKey, shareLink, user } = viewer
      if (apiKey) await take(`key ${apiKey.id}`, apiKey.requestsAMinute ?? REQUESTS_A_MINUTE)
      else await take(shareLink ? `link ${shareLink.id}` : `user ${user!.id}`, REQUESTS_A_MINUTE)
      access.count(viewer)
      return { viewer, address, watch: (end) => access.watch(shown, viewer, end) }
    },
  }
}

function refuseUntil(seconds: number | null, limit: number) {
  if (seconds === null) return
  const message = `More than ${limit.toLocaleString('en')} requests a minute. Ask again in ${seconds} s.`
  throw new HttpError(429, message, { 'Retry-After': String(seconds) })
}

function headersOf({ headers }: IncomingMessage): Credentials {
  return { authorization: headers.authorization, cookie: headers.cookie }
}
