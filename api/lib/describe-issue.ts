import type { z } from 'zod'
import { quoted } from './nearest.ts'

type Issue = z.core.$ZodIssue

/**
 * What is wrong at a place of a JSON value, as lines for people: the path, and what is expected there. Several names that
 * do not belong somewhere are several lines.
 */
export function describeIssue(issue: Issue, json: unknown): string[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => `${pathText([...issue.path, key])}: does not belong here`)
  }
  const place = issue.path.length === 0 ? '' : `${pathText(issue.path)}: `
  return [`${place}${problemOf(issue, valueAt(json, issue.path))}`]
}

/** A place in a JSON value as programs write it: `panels[2].query.measures[0]`. */
export function pathText(path: readonly PropertyKey[]): string {
  const text = path.map((key) => {
    if (typeof key === 'number') return `[${key}]`
    return /^[A-Za-z_]\w*$/.test(String(key)) ? `.${String(key)}` : `[${quoted(String(key))}]`
  })
  return text.join('').replace(/^\./, '')
}

function problemOf(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined
        ? `is missing, and must be ${KINDS[issue.expected] ?? issue.expected}`
        : `must be ${KINDS[issue.expected] ?? issue.expected}, and is ${shown(value)}`
    case 'invalid_value':
      return `is ${shown(value)}: it can be ${issue.values.map((one) => JSON.stringify(one)).join(', ')}`
    case 'too_big':
      return issue.origin in UNITS
        ? `may have at most ${issue.maximum} ${UNITS[issue.origin]}`
        : `must be at most ${issue.maximum}`
    case 'too_small':
      return issue.origin === 'string' ? 'must not be empty' : `must be at least ${issue.minimum}`
    case 'invalid_format':
      return `is ${shown(value)}, which is no ${FORMATS[issue.format] ?? issue.format}`
    default:
      return issue.message
  }
}

const KINDS: Readonly<Record<string, string>> = {
  ...{ string: 'a text', number: 'a number', int: 'a whole number', boolean: 'true or false' },
  ...{ array: 'a list', object: 'an object', record: 'an object' },
}
const UNITS: Readonly<Record<string, string>> = { string: 'characters', array: 'items' }
const FORMATS: Readonly<Record<string, string>> = { uuid: 'uuid', datetime: 'moment such as "2026-11-20T10:00:00Z"' }

function shown(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' && value !== null ? 'an object' : String(value)
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], json)
}
