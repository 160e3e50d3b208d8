import { isFields, Rejected, readText, refuseUnknown, shown } from './read-field.ts'

const ENTRY = ['name', 'value'] as const
const ENTRY_SET: ReadonlySet<string> = new Set(ENTRY)

interface Rules<T> {
  /** The field, as in "labels". */
  field: string
  /** Most entries, and longest name. */
  most: number
  nameLength: number
  /** Checks one value; `place` names it, as in `labels.region`. */
  read: (value: unknown, place: string) => T
}

/**
 * Reads values by name, sent either as an object `{name: value}` or as a list `[{name, value}]`. Nothing sent is an empty
 * object. A name that stands twice in a list is rejected, because only one of its values could be kept.
 */
export function readNamed<T>(sent: unknown, rules: Rules<T>): Record<string, T> {
  const result: Record<string, T> = {}
  if (sent === undefined || sent === null) return result
  const entries = Array.isArray(sent)
    ? sent.map((entry) => entryOf(entry, rules.field))
    : objectEntries(sent, rules.field)
  if (entries.length > rules.most) {
    throw new Rejected(`${rules.field} has ${entries.length} entries: at most ${rules.most} are kept.`)
  }
  for (const [sentName, value] of entries) {
    const name = readText(sentName, `a name in ${rules.field}`, rules.nameLength)
    if (Object.hasOwn(result, name)) throw new Rejected(`${rules.field} names ${shown(name)} twice: send it once.`)
    setOwn(result, name, rules.read(value, `${rules.field}.${name}`))
  }
  return result
}

/** Sets a property, also one called `__proto__`, which an assignment would take for the prototype. */
export function setOwn<T>(target: Record<string, T>, name: string, value: T) {
  if (name !== '__proto__') target[name] = value
  else Object.defineProperty(target, name, { value, enumerable: true, writable: true, configurable: true })
}

function objectEntries(sent: unknown, field: string): [unknown, unknown][] {
  if (isFields(sent)) return Object.entries(sent)
  throw new Rejected(`${field} is ${shown(sent)}: send an object {"name": value} or a list [{"name", "value"}].`)
}

function entryOf(entry: unknown, field: string): [unknown, unknown] {
  if (!isFields(entry)) throw new Rejected(`${field} contains ${shown(entry)}: send {"name": ..., "value": ...}.`)
  refuseUnknown(entry, ENTRY, ENTRY_SET, `an entry of ${field}`)
  return [entry.name, entry.value]
}
