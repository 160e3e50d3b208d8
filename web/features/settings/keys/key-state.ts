import type { ApiKey } from './keys-query.ts'

/** How a key stands. A key that is about to end still works. */
export type KeyState = 'active' | 'ending' | 'ended' | 'revoked'

const SOON_MS = 7 * 24 * 3_600_000

/** How a key stands at a moment, in milliseconds since 1970. */
export function keyState({ revokedAt, expiresAt }: Pick<ApiKey, 'revokedAt' | 'expiresAt'>, now: number): KeyState {
  if (revokedAt) return 'revoked'
  if (!expiresAt) return 'active'
  const left = Date.parse(expiresAt) - now
  if (left <= 0) return 'ended'
  return left < SOON_MS ? 'ending' : 'active'
}
