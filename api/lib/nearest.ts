/**
 * How many letters must be put in, taken out or replaced to turn one text into the other (Levenshtein 1966).
 *
 * @example distance('kitten', 'sitting') // 3
 */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      next[j] = Math.min(replaced, row[j]! + 1, next[j - 1]! + 1)
    }
    row = next
  }
  return row[b.length]!
}

/**
 * The name that a person most likely meant: the one with the least difference, whatever the case. The first one wins a tie;
 * null when there are no names. Only the first 100 characters are compared.
 */
export function nearest(name: string, names: readonly string[]): string | null {
  const meant = name.slice(0, 100).toLowerCase()
  const ranked = names.map((candidate) => ({ candidate, differs: distance(meant, candidate.toLowerCase()) }))
  ranked.sort((a, b) => a.differs - b.differs)
  return ranked[0]?.candidate ?? null
}

/** Longer names are not compared: nobody mistypes that much. */
const LONGEST = 40

/**
 * The name that somebody most likely mistyped, or null when none is close. Only letters and digits count: `started_at` is
 * `startedAt`, `pipline` is `pipeline`.
 */
export function nearestIfClose(written: string, names: readonly string[]): string | null {
  if (written.length > LONGEST) return null
  const plain = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
  const ranked = names.map((name) => ({ name, edits: distance(plain(written), plain(name)) }))
  const best = ranked.sort((a, b) => a.edits - b.edits)[0]
  return best && best.edits <= Math.max(2, Math.floor(best.name.length / 3)) ? best.name : null
}

/** A text of a user, quoted and shortened for an error message. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text)
}
