import { fingerprint } from './fingerprint.ts'

export interface Failure {
  message: string
  /** How often it was seen. */
  count: number
  /** When it was seen first and last, in milliseconds since 1970. */
  first: number
  last: number
}

export interface FailureGroup {
  fingerprint: string
  count: number
  /** The message of the group that was seen most often, as it was written. */
  example: string
  /** How many different messages it has. */
  messages: number
  /** When one of them was seen first and last, in milliseconds since 1970. */
  first: number
  last: number
}

/**
 * Failures with the same fingerprint together, the most frequent group first, and of equally frequent ones the one that
 * began first.
 *
 * Returns an empty list without failures. A count that is not a whole number above 0 is a RangeError.
 *
 * @example
 * groupFailures([{ message: 'exit 1', count: 2, first: 10, last: 20 }, { message: 'exit 137', count: 3, first: 5, last: 9 }])
 * // [{ fingerprint: 'exit <number>', count: 5, messages: 2, example: 'exit 137', first: 5, last: 20 }]
 */
export function groupFailures(failures: readonly Failure[]): FailureGroup[] {
  const groups = new Map<string, FailureGroup & { exampleCount: number }>()
  for (const { message, count, first, last } of failures) {
    if (!(Number.isSafeInteger(count) && count > 0)) throw new RangeError(`count of ${message}: ${count}`)
    const key = fingerprint(message)
    const group = groups.get(key) ?? {
      fingerprint: key,
      count: 0,
      messages: 0,
      example: '',
      exampleCount: 0,
      first,
      last,
    }
    const best = count > group.exampleCount ? { example: message, exampleCount: count } : {}
    groups.set(key, {
      ...group,
      ...best,
      count: group.count + count,
      messages: group.messages + 1,
      first: Math.min(group.first, first),
      last: Math.max(group.last, last),
    })
  }
  return [...groups.values()]
    .toSorted((a, b) => b.count - a.count || a.first - b.first)
    .map(({ exampleCount: _, ...group }) => group)
}
