import { createHash, randomBytes } from 'node:crypto'

/** An API key begins like this, so that people and secret scanners recognise one. */
export const KEY_PREFIX = 'tach_'
const TOKEN_BYTES = 32

/** 256 random bits as text. */
export function makeToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url')
}

/** What is stored in a token's place. A plain hash is enough for 256 random bits: there is nothing to guess. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** Whether text can be an API key at all: what cannot be one is refused without asking the database. */
export function looksLikeKey(text: string): boolean {
  return /^tach_[A-Za-z0-9_-]{43}$/.test(text)
}

/** Whether text can be a session token at all. */
export function looksLikeSession(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text)
}
