import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'

/** What a token is for. One of another kind is refused. */
export type TokenKind = 'key' | 'session' | 'link' | 'share'

/** Makes and recognises the tokens of this installation. */
export interface Tokens {
  make(kind: TokenKind): string
  /** Whether the token was made here, with the secret or an older one. It says nothing about whether it still counts. */
  check(kind: TokenKind, text: string): boolean
}

/** An API key begins like this, so that people and secret scanners recognise one. */
export const KEY_PREFIX = 'tach_'
/** And the token of a share link like this. */
const SHARE_PREFIX = 'tachshare_'
const RANDOM_BYTES = 32
const MAC_BYTES = 16
const FORMAT = /^[A-Za-z0-9_-]{64}$/

/**
 * Tokens of 256 random bits and a message authentication code over them. With the code, a token that was made up, or made
 * by another installation, is refused without asking the database. New tokens are made with the first secret.
 */
export function makeTokens(secrets: readonly string[]): Tokens {
  const keys = secrets.map((secret) => Buffer.from(hkdfSync('sha256', secret, '', 'tachograph tokens', 32)))
  const mac = (key: Buffer, kind: TokenKind, random: Buffer) =>
    createHmac('sha256', key).update(kind).update(random).digest().subarray(0, MAC_BYTES)
  return {
    make(kind) {
      const random = randomBytes(RANDOM_BYTES)
      return prefixOf(kind) + Buffer.concat([random, mac(keys[0]!, kind, random)]).toString('base64url')
    },
    check(kind, text) {
      const prefix = prefixOf(kind)
      const body = text.slice(prefix.length)
      if (!text.startsWith(prefix) || !FORMAT.test(body)) return false
      const bytes = Buffer.from(body, 'base64url')
      const random = bytes.subarray(0, RANDOM_BYTES)
      return keys.some((key) => timingSafeEqual(mac(key, kind, random), bytes.subarray(RANDOM_BYTES)))
    },
  }
}

/** What is stored in a token's place. A plain hash is enough for 256 random bits: there is nothing to guess. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

function prefixOf(kind: TokenKind): string {
  if (kind === 'share') return SHARE_PREFIX
  return kind === 'key' ? KEY_PREFIX : ''
}
