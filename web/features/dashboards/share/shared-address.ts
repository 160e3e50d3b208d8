/**
 * The address that a link leads to. The token stands behind "#": browsers send that part to no server, so that it is in no log and in
 * no `Referer`.
 */
export function sharedAddress(origin: string, token: string): string {
  return `${origin}/shared#${token}`
}

/** The token in the part of an address behind "#"; null for none. */
export function readToken(hash: string): string | null {
  return hash.replace(/^#/, '') || null
}
