import type { JobStatus } from '../../ingest/job-event.ts'
import { builder } from '../../schema/builder.ts'
import { badInput } from '../../schema/errors.ts'
import { checkStorable, readTextFilter } from '../../schema/text-filter.ts'
import { resolveRange, type TimeRange, TimeRangeInput } from '../../schema/time-range.ts'
import { LabelInput } from './inputs.ts'
import { JobStatusType } from './job-status.ts'

/** Most values that one list of a filter may have. */
const MOST_VALUES = 1_000

/** Whole numbers from `min` to `max`, both included. */
export interface WholeRange {
  min: number
  max: number
}

/** A filter as it is asked for, checked and in one form: two that mean the same are equal as JSON. Null: not filtered by. */
export interface JobFilter {
  statuses: JobStatus[] | null
  pipelineKeys: string[] | null
  triggers: string[] | null
  labels: { name: string; value: string }[]
  /** Pattern for the external id or the error. */
  pattern: string | null
  range: TimeRange | null
  durationMs: WholeRange | null
  queueMs: WholeRange | null
}

/** A filter at one moment: what `last` means has been worked out. */
export interface ResolvedJobFilter extends Omit<JobFilter, 'range'> {
  from: Date | null
  to: Date | null
}

const IntRange = builder.inputType('IntRange', {
  description: 'A range of numbers, both ends included. An end that is not given is open.',
  fields: (t) => ({
    min: t.float({ description: 'The smallest.' }),
    max: t.float({ description: 'The largest.' }),
  }),
})

/** `JobFilter` in GraphQL. */
export const JobFilterInput = builder.inputType('JobFilter', {
  description: 'Which jobs: those that meet every condition given. An empty list of values is met by none.',
  fields: (t) => ({
    status: t.field({ type: [JobStatusType], description: 'One of these.' }),
    pipeline: t.idList({ description: 'Of one of these pipelines, by id. One that does not exist has no jobs.' }),
    trigger: t.stringList({ description: 'Started by one of these.' }),
    labels: t.field({ type: [LabelInput], description: 'With all of these labels.' }),
    text: t.string({
      description: 'With this text in the external id or in the error of the latest attempt, in any case.',
    }),
    range: t.field({ type: TimeRangeInput, description: 'With `at` in this stretch of time.' }),
    durationMs: t.field({
      type: IntRange,
      description: 'That ran this many milliseconds. Unfinished jobs have no such number.',
    }),
    queueMs: t.field({
      type: IntRange,
      description: 'That waited this many milliseconds. Waiting jobs have no such number.',
    }),
  }),
})

/** The filter in one form. Throws BAD_INPUT for what can be meant by mistake only. */
export function readJobFilter(input: typeof JobFilterInput.$inferInput | null | undefined): JobFilter {
  return {
    statuses: input?.status ? inOneForm(input.status, 'filter.status') : null,
    pipelineKeys: input?.pipeline ? inOneForm(input.pipeline.map(String), 'filter.pipeline') : null,
    triggers: input?.trigger ? inOneForm(input.trigger, 'filter.trigger') : null,
    labels: readLabels(input?.labels ?? []),
    pattern: readTextFilter(input?.text, 'filter.text'),
    range: input?.range ?? null,
    durationMs: readWholeRange(input?.durationMs, 'filter.durationMs'),
    queueMs: readWholeRange(input?.queueMs, 'filter.queueMs'),
  }
}

/** What the filter means now. Throws BAD_INPUT for a range that is empty or has no beginning. */
export function resolveJobFilter({ range, ...filter }: JobFilter, now: Date): ResolvedJobFilter {
  return { ...filter, ...(range ? resolveRange(range, now) : { from: null, to: null }) }
}

function inOneForm<Value extends string>(values: readonly Value[], name: string): Value[] {
  if (values.length > MOST_VALUES) throw badInput(`"${name}" has ${values.length} values. Give ${MOST_VALUES} at most.`)
  for (const value of values) checkStorable(value, name)
  return [...new Set(values)].sort()
}

function readLabels(labels: readonly { name: string; value: string }[]): JobFilter['labels'] {
  const pairs = labels.map(({ name, value }) => JSON.stringify([name, value]))
  if (pairs.length > 64) throw badInput(`"filter.labels" has ${pairs.length} labels. A job has 64 at most.`)
  for (const { name, value } of labels) checkStorable(name + value, 'filter.labels')
  return [...new Set(pairs)].sort().map((pair) => {
    const [name, value]: [string, string] = JSON.parse(pair)
    return { name, value }
  })
}

/** Durations are whole and not negative: the bounds are moved to the nearest such numbers inside the range. */
function readWholeRange(range: { min?: number | null; max?: number | null } | null | undefined, name: string) {
  const { min, max } = { min: range?.min ?? null, max: range?.max ?? null }
  if (min === null && max === null) return null
  if (min !== null && max !== null && min > max) {
    throw badInput(`"${name}": "min" is ${min}, more than "max", ${max}. Swap them.`)
  }
  return { min: clamp(Math.ceil(min ?? 0), 0), max: clamp(Math.floor(max ?? Infinity), -1) }
}

function clamp(value: number, least: number): number {
  return Math.min(Math.max(value, least), Number.MAX_SAFE_INTEGER)
}
