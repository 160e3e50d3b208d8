/** One property that an event changed, in words; null where there was nothing. */
export interface PropertyChange {
  name: string
  before: string | null
  after: string | null
}

/** What an event changed, property by property, in the order of the later state. What stayed the same is left out. */
export function eventChanges(before: unknown, after: unknown): PropertyChange[] {
  const old = properties(before)
  const next = properties(after)
  const names = [...new Set([...next.keys(), ...old.keys()])]
  return names
    .map((name) => ({ name: nameWords(name), before: old.get(name) ?? null, after: next.get(name) ?? null }))
    .filter((change) => change.before !== change.after)
}

/** 'roleMapping' as 'role mapping'. */
function nameWords(name: string): string {
  return name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
}

function properties(value: unknown): Map<string, string> {
  if (value === null || value === undefined) return new Map()
  if (typeof value !== 'object' || Array.isArray(value)) return new Map([['value', valueWords(value)]])
  const known = Object.entries(value).filter(([, one]) => one !== null && one !== undefined)
  return new Map(known.map(([name, one]) => [name, valueWords(one)]))
}

function valueWords(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) return value.join(', ')
  return JSON.stringify(value)
}
