import { z } from 'zod'
import { UserError } from '../../lib/user-error.ts'
import { JOB_STATUSES } from '../job-event.ts'
import { didYouMean } from './did-you-mean.ts'
import { mappingProblems } from './mapping-problems.ts'
import { templateColumns } from './template.ts'
import { isTimeFormat, TIME_FORMATS } from './time-format.ts'
import { isTimezone } from './local-time.ts'

const name = z.string().min(1)
const status = z.enum(JOB_STATUSES)

/** Where text comes from: exactly one of `column`, `value` and `template`. */
const textShape = {
  column: name.optional(),
  value: z.string().optional(),
  template: template().optional(),
  values: z.record(z.string(), z.string()).optional(),
  otherwise: z.string().optional(),
  default: z.string().optional(),
  optional: z.boolean().optional(),
}
const whenShape = { when: z.array(status).min(1).optional() }
const textSource = oneOf(object({ ...textShape, ...whenShape }), ['column', 'value', 'template'])
const requiredText = oneOf(object(textShape), ['column', 'value', 'template'])

const statusSource = oneOf(
  object({
    ...textShape,
    value: status.optional(),
    values: z.record(z.string(), status).optional(),
    otherwise: status.optional(),
    default: status.optional(),
  }),
  ['column', 'value', 'template'],
)

const idSource = oneOf(object({ ...textShape, row: z.union([z.literal('all'), z.array(name).min(1)]).optional() }), [
  'column',
  'value',
  'template',
  'row',
])

const numberSource = oneOf(
  object({
    column: name.optional(),
    value: z.number().optional(),
    factor: z.number().optional(),
    default: z.number().optional(),
    optional: z.boolean().optional(),
    ...whenShape,
  }),
  ['column', 'value'],
)

export const DURATION_UNITS = ['ms', 's', 'min', 'h', 'd', 'hms'] as const
const TIME_FIELDS = ['queuedAt', 'startedAt', 'finishedAt'] as const

/** A fixed time, a time that stands in the file, or a duration before or after another time. */
const timeSource = oneOf(
  object({
    column: name.optional(),
    value: z
      .union([z.iso.datetime({ offset: true }), z.number()], 'expected a time such as "2024-11-15T16:57:50Z"')
      .optional(),
    template: template().optional(),
    format: z.string().refine(isTimeFormat, `expected ${TIME_FORMATS}`).optional(),
    timezone: timezone().optional(),
    after: timeBase().optional(),
    before: timeBase().optional(),
    unit: z.enum(DURATION_UNITS).optional(),
    optional: z.boolean().optional(),
    ...whenShape,
  }),
  ['column', 'value', 'template'],
).superRefine(checkTimeSource)

/** A mapping: how the columns of a file become jobs. docs/importing.md explains it. */
const mappingSchema = object({
  description: z.string().optional(),
  format: z.enum(['csv', 'ndjson']).optional(),
  encoding: z.string().refine(isEncoding, 'expected an encoding such as "utf-8" or "windows-1252"').optional(),
  delimiter: z.string().length(1, 'expected one character, such as ";" or "\\t"').optional(),
  timezone: timezone().default('UTC'),
  decimal: z.enum(['.', ',']).default('.'),
  empty: z.array(z.string()).default(['']),
  pipeline: requiredText,
  externalId: idSource,
  status: statusSource,
  queuedAt: timeSource.optional(),
  startedAt: timeSource.optional(),
  finishedAt: timeSource.optional(),
  attempt: numberSource.optional(),
  revision: numberSource.optional(),
  trigger: textSource.optional(),
  error: textSource.optional(),
  labels: z.record(name, textSource).default({}),
  metrics: z.record(name, numberSource).default({}),
  cost: object({ amount: numberSource, currency: textSource }).optional(),
}).superRefine(checkTimeOrder)

export type Mapping = z.infer<typeof mappingSchema>
export type TextSource = z.infer<typeof textSource>
export type StatusSource = z.infer<typeof statusSource>
export type IdSource = z.infer<typeof idSource>
export type NumberSource = z.infer<typeof numberSource>
export type TimeSource = z.infer<typeof timeSource>
export type TimeField = (typeof TIME_FIELDS)[number]

/** True for the name of a time of the job, as `after` and `before` may name one. */
export function isTimeField(name: string): name is TimeField {
  return TIME_FIELDS.some((field) => field === name)
}

/** Reads a mapping. `file` names it in errors. Throws a UserError that lists every mistake with its place in the JSON. */
export function parseMapping(text: string, file: string): Mapping {
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new UserError(`${file} is not JSON: ${error instanceof Error ? error.message : error}`)
  }
  const result = mappingSchema.safeParse(json)
  if (result.success) return result.data
  const problems = mappingProblems(result.error, json)
  throw new UserError(`${file} is not a mapping:\n${problems.map((problem) => `  ${problem}`).join('\n')}`)
}

/** An object that refuses names it does not know, and says which one was probably meant. */
function object<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code !== 'unrecognized_keys') return undefined
      const unknown = issue.keys.map((key) => `${JSON.stringify(key)}${didYouMean(key, Object.keys(shape))}`)
      return `unknown name ${unknown.join(', ')}; known are ${Object.keys(shape).join(', ')}`
    },
  })
}

/** Demands exactly one of the names. */
function oneOf<Schema extends z.ZodType<object>>(schema: Schema, names: string[]) {
  return schema.superRefine((source, context) => {
    const given = names.filter((key) => key in source)
    if (given.length === 1) return
    const found = given.length === 0 ? 'has none' : `has ${given.join(' and ')}`
    context.addIssue({ code: 'custom', message: `expected exactly one of ${names.join(', ')}; it ${found}` })
  })
}

function template() {
  return z.string().superRefine((text, context) => {
    if (templateColumns(text) === null) {
      context.addIssue({
        code: 'custom',
        message: 'expected column names in braces, as in "{team}-{name}"; "{{" is a brace',
      })
    }
  })
}

function timezone() {
  return z.string().refine(isTimezone, 'expected an IANA time zone such as "UTC" or "Europe/Berlin"')
}

function timeBase() {
  const isBase = (text: string) => isTimeField(text) || z.iso.datetime({ offset: true }).safeParse(text).success
  return z.string().refine(isBase, `expected ${TIME_FIELDS.join(', ')} or a time such as "2023-01-01T00:00:00Z"`)
}

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== ''
  } catch {
    return false
  }
}

interface TimeOptions {
  value?: string | number | undefined
  format?: string | undefined
  timezone?: string | undefined
  after?: string | undefined
  before?: string | undefined
  unit?: string | undefined
  template?: string | undefined
}

/** Refuses options that would have no effect: they show that something else was meant. */
function checkTimeSource(source: TimeOptions, context: z.RefinementCtx) {
  const refuse = (message: string) => context.addIssue({ code: 'custom', message })
  const isDuration = source.after !== undefined || source.before !== undefined
  if (source.after !== undefined && source.before !== undefined) refuse('expected "after" or "before", not both')
  if (isDuration && (source.format ?? source.timezone) !== undefined)
    refuse('a duration has a "unit", no format or timezone')
  if (isDuration && source.template !== undefined) refuse('a duration comes from a column or is a value')
  if (!isDuration && source.unit !== undefined)
    refuse('"unit" belongs to a duration: name its start with "after", or its end with "before"')
  if (source.value !== undefined && isDuration === (typeof source.value === 'string')) {
    refuse(isDuration ? 'the value of a duration is a number' : 'expected a time such as "2024-11-15T16:57:50Z"')
  }
}

/** Refuses times that are defined by each other in a circle, and by times that the mapping does not have. */
function checkTimeOrder(mapping: { [Field in TimeField]?: TimeOptions | undefined }, context: z.RefinementCtx) {
  for (const field of TIME_FIELDS) {
    const seen: string[] = [field]
    for (let base = baseOf(mapping[field]); base !== null; base = baseOf(mapping[base])) {
      const problem = seen.includes(base)
        ? `is defined by itself: ${[...seen, base].join(', ')}`
        : mapping[base] === undefined
          ? `counts from ${base}, which the mapping does not have`
          : null
      if (problem !== null) context.addIssue({ code: 'custom', path: [field], message: problem })
      if (problem !== null) break
      seen.push(base)
    }
  }
}

function baseOf(source: TimeOptions | undefined): TimeField | null {
  const base = source?.after ?? source?.before
  return base !== undefined && isTimeField(base) ? base : null
}
