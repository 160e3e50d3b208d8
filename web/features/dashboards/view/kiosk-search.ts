import { readText } from '../../../lib/search-string.ts'

/** What a screen on a wall shows, as it stands in its address. */
export interface KioskSearch {
  /** Dashboards by id, with commas between them. */
  ids?: string
  /** How long each is shown, in seconds. */
  every?: string
}

/** Dashboards in turn, and how long each is shown. */
export type Rotation = { ids: string[]; everyMs: number }

const usualSeconds = 30
const leastSeconds = 5
const mostSeconds = 3_600

/** Reads the address. */
export function readKioskSearch(raw: Record<string, unknown>): KioskSearch {
  return { ids: readText(raw.ids), every: readText(raw.every) }
}

/** The rotation that an address asks for: 30 seconds each where it does not say, never less than five or more than an hour. */
export function rotationOf({ ids, every }: KioskSearch): Rotation {
  const seconds = Number(every ?? usualSeconds)
  const usable = Number.isFinite(seconds) ? Math.min(mostSeconds, Math.max(leastSeconds, seconds)) : usualSeconds
  const named = (ids ?? '').split(',').map((id) => id.trim())
  return { ids: [...new Set(named.filter((id) => id !== ''))], everyMs: usable * 1_000 }
}
