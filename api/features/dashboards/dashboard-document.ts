import { z } from 'zod'
import { isStorable } from '../../lib/search-text.ts'
import { UserError } from '../../lib/user-error.ts'
import { isTimeZone } from '../../lib/zoned-time.ts'
import { panelDocument, rangeDocument } from '../panels/index.ts'
import { describeIssue, pathText } from '../../lib/describe-issue.ts'

const MOST_PANELS = 100
const MOST_VARIABLES = 20
const MOST_VALUES = 1_000
const MOST_BYTES = 1_000_000
const MOST_PROBLEMS = 20

const name = z.string().min(1).max(200)

/** What whoever looks at a dashboard chooses: values of a dimension, which every panel that has it is filtered by. */
const variable = z.strictObject({
  name,
  title: name,
  dimension: name,
  dataset: name,
  /** Chosen at first. Empty: all. */
  values: z.array(z.string().max(1_000)).max(MOST_VALUES),
  multiple: z.boolean(),
})

const BEGINNINGS = ['last', 'previous', 'current', 'from'] as const

const range = rangeDocument.refine((given) => BEGINNINGS.filter((one) => given[one] != null).length === 1, {
  error: 'a time range has one of "last", "previous", "current" and "from"',
})

const dashboardDocument = z.strictObject({
  format: z.literal(1),
  title: z.string().trim().min(1).max(200),
  description: z.string().max(2_000).nullable(),
  range,
  timezone: z.string().refine(isTimeZone, { error: 'there is no such time zone' }).nullable(),
  variables: z.array(variable).max(MOST_VARIABLES).superRefine(refuseTwice('name')),
  panels: z.array(panelDocument).max(MOST_PANELS).superRefine(refuseTwice('id')),
})

/**
 * A dashboard as it is stored, imported and exported. `timezone` null: that of whoever looks. What its panels ask is not
 * looked into: datasets and measures come and go.
 */
export type DashboardDocument = z.infer<typeof dashboardDocument>

/**
 * The dashboard in a JSON value, its keys in the order of the format. Throws a UserError that names every problem, at most
 * 20 of them, each with its path: `panels[2].query.measures[0]: must be a text, and is 5`.
 */
export function readDashboardDocument(json: unknown): DashboardDocument {
  const bytes = Buffer.byteLength(JSON.stringify(json) ?? '')
  if (bytes > MOST_BYTES) {
    const [is, most] = [bytes, MOST_BYTES].map((number) => number.toLocaleString('en'))
    throw new UserError(`The dashboard has ${is} bytes as JSON: at most ${most} are possible.`)
  }
  const result = dashboardDocument.safeParse(json)
  const problems = result.success
    ? unstorable(result.data, [])
    : result.error.issues.flatMap((one) => describeIssue(one, json))
  if (problems.length === 0) return result.data!
  const shown = problems.slice(0, MOST_PROBLEMS)
  const more = problems.length - shown.length
  if (more > 0) shown.push(`and ${more} more`)
  throw new UserError(`This is no dashboard that can be kept:\n${shown.join('\n')}`)
}

/** Panels, say, with the same id. */
function refuseTwice<Key extends string>(key: Key) {
  return (items: readonly Record<Key, string>[], context: z.RefinementCtx) => {
    const first = new Map<string, number>()
    for (const [index, item] of items.entries()) {
      const before = first.get(item[key])
      if (before === undefined) first.set(item[key], index)
      else context.addIssue({ code: 'custom', path: [index, key], message: `is that of number ${before} already` })
    }
  }
}

/** Places of texts that the database cannot hold. */
function unstorable(value: unknown, path: readonly PropertyKey[]): string[] {
  if (typeof value === 'string') {
    return isStorable(value) ? [] : [`${pathText(path)}: has a NUL character or half a character`]
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(isStorable(key) ? [] : [`${pathText(path)}: has a name with a NUL character or half a character`]),
    ...unstorable(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  ])
}
