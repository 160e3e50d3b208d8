import type { z } from 'zod'

/** One sentence for each place with a mistake: the path in the JSON, what is expected there, and what was found. */
export function mappingProblems(error: z.ZodError, json: unknown): string[] {
  const problems = new Map<string, string>()
  for (const issue of error.issues) {
    const place = issue.path.length === 0 ? 'the mapping' : issue.path.map(String).join('.')
    // A second complaint about one place mostly follows from the first.
    if (!problems.has(place)) problems.set(place, `${place}: ${sentence(issue, valueAt(json, issue.path))}`)
  }
  return [...problems.values()]
}

function sentence(issue: z.core.$ZodIssue, found: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      if (found === undefined) return `is missing; expected ${wordFor(issue.expected)}`
      return `expected ${wordFor(issue.expected)}, found ${show(found)}`
    case 'invalid_value':
      return `expected ${issue.values.map((value) => show(value)).join(', ')}; found ${show(found)}`
    case 'too_small':
      return `must not be empty`
    case 'invalid_key':
      return `a name must not be empty`
    case 'unrecognized_keys':
    case 'custom':
      return issue.message + (typeof found === 'string' ? `; found ${show(found)}` : '')
    case 'invalid_union':
      return `${issue.message === 'Invalid input' ? 'expected "all" or a list of columns' : issue.message}; found ${show(found)}`
    default:
      return `${issue.message}; found ${show(found)}`
  }
}

function wordFor(type: string): string {
  const words: Record<string, string> = { string: 'text', record: 'an object', object: 'an object', array: 'a list' }
  return words[type] ?? `a ${type}`
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}

function valueAt(json: unknown, path: PropertyKey[]): unknown {
  let value = json
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = new Map<PropertyKey, unknown>(Object.entries(value)).get(String(key))
  }
  return value
}
