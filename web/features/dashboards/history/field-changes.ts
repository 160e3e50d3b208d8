type Fields = Readonly<Record<string, unknown>>

/**
 * What is different between two records of JSON, field by field, a sentence each. A field that is missing is as one that is null:
 * both say that nothing was chosen.
 * @example fieldChanges({ limit: 5 }, { limit: 10 }) // ['Limit: 5 became 10.']
 */
export function fieldChanges(before: Fields, after: Fields): string[] {
  return changesWithin([], before, after)
}

function changesWithin(path: readonly string[], before: unknown, after: unknown): string[] {
  if (isSame(before, after)) return []
  if (isNested(before) || isNested(after)) {
    const [from, to] = [fieldsOf(before), fieldsOf(after)]
    return [...new Set([...Object.keys(to), ...Object.keys(from)])].flatMap((name) =>
      changesWithin([...path, name], from[name], to[name]),
    )
  }
  return [`${pathWords(path)}: ${valueWords(before)} became ${valueWords(after)}.`]
}

/** A record, or a list with records in it. Lists of texts and numbers are told as a whole. */
function isNested(value: unknown): boolean {
  return Array.isArray(value) ? value.some(isObject) : isObject(value)
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Items of a list are fields by their place, from 1. What is no record has none. */
function fieldsOf(value: unknown): Fields {
  if (!Array.isArray(value)) return isObject(value) ? { ...value } : {}
  return Object.fromEntries(value.map((item: unknown, index) => [String(index + 1), item]))
}

function isSame(one: unknown, other: unknown): boolean {
  if ((one ?? null) === (other ?? null)) return true
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) return false
  const [a, b] = [fieldsOf(one), fieldsOf(other)]
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => isSame(a[name], b[name]))
}

/** 'query', 'orderBy', '1', 'by' become 'Query order by 1 by'. */
function pathWords(path: readonly string[]): string {
  const words = path.map((name) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)).join(' ')
  return words[0]!.toUpperCase() + words.slice(1)
}

function valueWords(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(valueWords).join(', ')
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'string' ? `"${value}"` : JSON.stringify(value)
}
