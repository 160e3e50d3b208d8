import type { Answer } from './client.ts'
import type { Secret } from './canary-terms.ts'

/** Something that is wrong. */
export interface Finding {
  /** What was looked at: a root field, a route, a table. */
  where: string
  /** Who asked. */
  who: string
  what: string
}

/** Findings, each once. */
export function makeFindings() {
  const found = new Map<string, Finding>()
  return {
    add(where: string, who: string, what: string): void {
      const key = JSON.stringify([where, who, what.slice(0, 40)])
      if (!found.has(key)) found.set(key, { where, who, what })
    },
    all: (): Finding[] => [...found.values()],
    count: () => found.size,
  }
}

export type Findings = ReturnType<typeof makeFindings>

/** What of a secret stands in an answer, however it is written, except for what was sent; null: nothing. */
export function findSecret(answer: Pick<Answer, 'text' | 'headers'>, secret: Secret, sent: string): string | null {
  const text = `${answer.headers}\n${answer.text}`
  return findIn(text, secret, sent) ?? findInEncoded(text, secret, sent)
}

function findIn(text: string, { stem, ids }: Secret, sent: string): string | null {
  if (text.includes(stem)) {
    for (const [word] of text.matchAll(/[\w@-]+(?:\.[\w@-]+)*/g))
      if (word.includes(stem) && !sent.includes(word)) return word
  }
  for (const [kind, values] of Object.entries(ids)) {
    // The shared pipeline is called the same in both.
    if (kind === 'pipeline') continue
    for (const value of values) if (value.length >= 9 && text.includes(value) && !sent.includes(value)) return value
  }
  return null
}

/** Cursors and the like. */
function findInEncoded(text: string, secret: Secret, sent: string): string | null {
  for (const [word] of text.matchAll(/[A-Za-z0-9_+/-]{24,}/g)) {
    if (sent.includes(word)) continue
    const found = findIn(Buffer.from(word, 'base64url').toString('latin1'), secret, sent)
    if (found !== null) return `${found} (encoded)`
  }
  return null
}

/**
 * An answer without what may differ between two that mean the same: what was named, and times of just now. `names` are
 * replaced by what they stand for.
 */
export function normalize(text: string, names: readonly string[], since: Date): string {
  const named = names.reduce((all, name) => all.replaceAll(name, '<named>'), text)
  return named.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, (time) => {
    const distance = new Date(time).getTime() - since.getTime()
    return distance > -60_000 && distance < 600_000 ? '<now>' : time
  })
}

/** What an answer looks like, without its values: for answers that make something new each time. */
export function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [shapeOf(value[0]), value.length]
  if (typeof value !== 'object' || value === null) return value === null ? null : typeof value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shapeOf(inner)]))
}
