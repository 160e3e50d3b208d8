import type { Sql } from '../../db/client.ts'
import type { Viewer } from '../../schema/context.ts'
import { selectKeyViewer, selectSessionViewer } from './queries.ts'
import { hashToken, looksLikeKey, looksLikeSession } from './token.ts'

export const SESSION_COOKIE = 'tachograph_session'

/** What a request shows of itself. */
export interface Credentials {
  /** The `Authorization` header. When there is one, the cookie is not looked at. */
  authorization: string | undefined
  /** The `Cookie` header. */
  cookie: string | undefined
}

/** Who is asking, or null: no credentials, malformed, unknown, expired or revoked ones, and one cannot tell which. */
export async function authenticate(sql: Sql, credentials: Credentials, now: Date): Promise<Viewer | null> {
  if (credentials.authorization !== undefined) {
    const key = /^Bearer +(\S+)$/i.exec(credentials.authorization)?.[1] ?? ''
    return looksLikeKey(key) ? selectKeyViewer(sql, hashToken(key), now) : null
  }
  const token = sessionToken(credentials.cookie)
  return token ? selectSessionViewer(sql, hashToken(token), now) : null
}

/** The session token in a `Cookie` header, or null. */
export function sessionToken(cookie: string | undefined): string | null {
  for (const part of (cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=')
    if (name === SESSION_COOKIE && value && looksLikeSession(value)) return value
  }
  return null
}
