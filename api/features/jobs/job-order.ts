import { exactIsoTime } from '../../lib/iso-time.ts'
import { builder } from '../../schema/builder.ts'
import { type Direction, DirectionEnum } from '../../schema/direction.ts'
import { decodeCursor, encodeCursor } from '../../schema/paging.ts'
import type { JobRow } from './job-row.ts'

/** What jobs are sorted by; jobs that are equal in it, by id. */
export interface JobOrder {
  by: 'TIME' | 'DURATION'
  direction: Direction
}

/** A place in an ordered list of jobs. `key` is the time to the microsecond, or the duration in milliseconds. */
export interface JobPlace {
  key: string
  id: string
}

export const NEWEST_FIRST: JobOrder = { by: 'TIME', direction: 'DESC' }

const JobOrderField = builder.enumType('JobOrderField', {
  description: 'What jobs are sorted by.',
  values: {
    TIME: { description: 'The first moment known of the job, its `at`.' },
    DURATION: {
      description: 'How long it ran, its `durationMs`. A job that has none yet counts as shorter than any other.',
    },
  },
})

/** `JobOrder` in GraphQL. */
export const JobOrderInput = builder.inputRef<JobOrder>('JobOrder').implement({
  description: 'How jobs are sorted. Jobs that are equal in it are sorted by id, so that an order is always whole.',
  fields: (t) => ({
    by: t.field({ type: JobOrderField, required: true, defaultValue: 'TIME', description: 'What they are sorted by.' }),
    direction: t.field({
      type: DirectionEnum,
      required: true,
      defaultValue: 'DESC',
      description: 'Which end comes first: by default the newest, or the longest.',
    }),
  }),
})

/** The cursor of a job in this order. */
export function cursorOfJob(order: JobOrder, job: JobRow): string {
  return encodeCursor(nameOf(order), [
    order.by === 'TIME' ? exactIsoTime(job.at) : String(job.durationMs ?? -1),
    job.id,
  ])
}

/** The place that a cursor names. Throws BAD_INPUT for a cursor of another order, and for what is none. */
export function placeOfCursor(order: JobOrder, cursor: string | null): JobPlace | null {
  if (cursor === null) return null
  const isKey = order.by === 'TIME' ? isExactTime : isDuration
  const isPlace = ([key, id, ...rest]: string[]) => isKey(key ?? '') && isUuid(id ?? '') && rest.length === 0
  const [key, id] = decodeCursor(nameOf(order), cursor, isPlace)
  return { key: key!, id: id! }
}

/** True for the text of a uuid, in small or capital letters. */
export function isUuid(text: string): boolean {
  return /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(text)
}

function nameOf({ by, direction }: JobOrder): string {
  return `jobs by ${by} ${direction}`
}

/** "2026-11-20T10:00:00.000123Z", and a day that there is: PostgreSQL fails on 30 February. */
function isExactTime(text: string): boolean {
  const toMilliseconds = /^([1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3})\d{3}Z$/.exec(text)?.[1]
  if (toMilliseconds === undefined) return false
  const date = new Date(`${toMilliseconds}Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString() === `${toMilliseconds}Z`
}

function isDuration(text: string): boolean {
  return /^(-1|\d{1,15})$/.test(text)
}
