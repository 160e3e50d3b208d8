import { hashToken, type Tokens } from '../lib/tokens.ts'

export const SESSION_COOKIE = 'tachograph_session'

/** What a request shows of itself. */
export interface Credentials {
  /** The `Authorization` header. When there is one, the cookie is not looked at. */
  authorization: string | undefined
  /** The `Cookie` header. */
  cookie: string | undefined
}

/** A token that was made here. Whether it still counts, the database says. */
export interface ShownToken {
  kind: 'key' | 'session' | 'share'
  hash: Buffer
}

/** Reads the token in credentials; null when there is none, or one that cannot have been made here. */
export type ReadCredentials = (credentials: Credentials) => ShownToken | null

/** So many headers that had a token are known again: checking one is half the work of a small request. */
const MOST_HEADERS = 1_000
const LONGEST_HEADER = 1_000

/** What reads credentials, and remembers those that it found to be ours. */
export function credentialsReader(tokens: Tokens): ReadCredentials {
  const known = new Map<string, ShownToken>()
  return (credentials) => {
    const header = `${credentials.authorization ?? ''}\n${credentials.authorization === undefined ? credentials.cookie : ''}`
    const before = known.get(header)
    if (before) return before
    const shown = readCredentials(tokens, credentials)
    if (shown && header.length <= LONGEST_HEADER) known.set(header, shown)
    if (known.size > MOST_HEADERS) known.delete(known.keys().next().value!)
    return shown
  }
}

function readCredentials(tokens: Tokens, { authorization, cookie }: Credentials): ShownToken | null {
  if (authorization !== undefined) {
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? ''
    const kind = (['key', 'share'] as const).find((one) => tokens.check(one, token))
    return kind ? { kind, hash: hashToken(token) } : null
  }
  const token = readCookie(cookie, SESSION_COOKIE)
  return token !== null && tokens.check('session', token) ? { kind: 'session', hash: hashToken(token) } : null
}

/** The value of a cookie in a `Cookie` header, or null. */
export function readCookie(header: string | undefined, name: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const [key, value] = part.trim().split('=')
    if (key === name && value) return value
  }
  return null
}
