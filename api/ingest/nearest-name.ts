import { distance } from '../lib/nearest.ts'

/** Longer names are not compared: nobody mistypes that much. */
const LONGEST = 40

/**
 * The name that somebody most likely meant: `started_at` is `startedAt`, `pipline` is `pipeline`. Null when none is close.
 */
export function nearestName(written: string, names: readonly string[]): string | null {
  if (written.length > LONGEST) return null
  const wanted = plain(written)
  let best: string | null = null
  let bestEdits = Infinity
  for (const name of names) {
    const edits = distance(wanted, plain(name))
    if (edits < bestEdits) {
      best = name
      bestEdits = edits
    }
  }
  return best !== null && bestEdits <= Math.max(2, Math.floor(best.length / 3)) ? best : null
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}
