import type { Sql } from '../db/client.ts'
import type { Seal } from '../lib/seal.ts'
import { selectSealed, updateSealed } from './queries.ts'

export interface Resealed {
  /** Sealed anew with the first secret. */
  renewed: number
  /** Sealed with it already. */
  current: number
  /** Sealed with a secret that is not known. */
  unreadable: number
}

/**
 * Seals everything that was sealed with an older secret with the first one, each value by itself: it may be stopped and
 * begun again, and the server may run meanwhile.
 */
export async function reseal(sql: Sql, seal: Seal): Promise<Resealed> {
  const result: Resealed = { renewed: 0, current: 0, unreadable: 0 }
  for (const row of await selectSealed(sql)) {
    if (!seal.isOld(row.sealed)) result.current++
    else {
      const text = openOrNull(seal, row.sealed)
      if (text === null) result.unreadable++
      else if (await updateSealed(sql, row, seal.seal(text))) result.renewed++
      else result.current++
    }
  }
  return result
}

function openOrNull(seal: Seal, sealed: Buffer): string | null {
  try {
    return seal.open(sealed)
  } catch {
    return null
  }
}
