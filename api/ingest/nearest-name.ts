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
    const edits = countEdits(wanted, plain(name))
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

/** Levenshtein distance: how many letters must be put in, taken out or replaced to get from one text to the other. */
function countEdits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return row[b.length]!
}
