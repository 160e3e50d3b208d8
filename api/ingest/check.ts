import { isFinished, JOB_STATUSES, type JobEvent, type JobStatus, type Money } from './job-event.ts'
import { LIMITS } from './limits.ts'
import { nearestIfClose } from '../lib/nearest.ts'
import {
  isFields,
  readFinite,
  readLooseText,
  readText,
  readTime,
  readWhole,
  refuseUnknown,
  Rejected,
  shown,
} from './read-field.ts'
import { readNamed } from './read-named.ts'

/** The fields of a job as it is sent. The same names stand in the GraphQL input `JobInput`. */
export const JOB_FIELDS = [
  'pipeline',
  'externalId',
  'status',
  'queuedAt',
  'startedAt',
  'finishedAt',
  'attempt',
  'revision',
  'trigger',
  'error',
  'labels',
  'metrics',
  'cost',
] as const
const JOB_FIELD_SET: ReadonlySet<string> = new Set(JOB_FIELDS)
const COST_FIELDS = ['amount', 'currency'] as const
const COST_FIELD_SET: ReadonlySet<string> = new Set(COST_FIELDS)

const STATUS_BY_TEXT: ReadonlyMap<unknown, JobStatus> = new Map(
  JOB_STATUSES.flatMap((status) => [[status, status] as const, [status.toLowerCase(), status] as const]),
)
const ATTEMPT = { least: 1, most: LIMITS.attempt, otherwise: 1 }
const REVISION = { least: 0, most: LIMITS.revision, otherwise: 0 }

export type CheckedJob = { ok: true; event: JobEvent } | { ok: false; reason: string }

/**
 * Reads one job as it was sent: a line of NDJSON, a row of a file, or a GraphQL input. `now` is the time of receipt: it is
 * the measure of times that lie too far ahead, and it is assumed as the time of the status when that was not sent.
 * A job that cannot be taken gets one reason, the first that is found, in words for the sender.
 */
export function checkJob(raw: unknown, now: Date): CheckedJob {
  try {
    return { ok: true, event: readJob(raw, now) }
  } catch (error) {
    if (error instanceof Rejected) return { ok: false, reason: error.message }
    throw error
  }
}

function readJob(raw: unknown, now: Date): JobEvent {
  if (!isFields(raw)) throw new Rejected(`A job is an object such as {"pipeline": "build", ...}, not ${shown(raw)}.`)
  refuseUnknown(raw, JOB_FIELDS, JOB_FIELD_SET, 'a job')
  const event: JobEvent = {
    pipeline: readText(raw.pipeline, 'pipeline', LIMITS.pipelineLength),
    externalId: readText(raw.externalId, 'externalId', LIMITS.externalIdLength),
    status: readStatus(raw.status),
    attempt: readWhole(raw.attempt, 'attempt', ATTEMPT),
    revision: readWhole(raw.revision, 'revision', REVISION),
    queuedAt: readTime(raw.queuedAt, 'queuedAt', now),
    startedAt: readTime(raw.startedAt, 'startedAt', now),
    finishedAt: readTime(raw.finishedAt, 'finishedAt', now),
    assumed: null,
    trigger: isAbsent(raw.trigger) ? null : readText(raw.trigger, 'trigger', LIMITS.triggerLength),
    error: isAbsent(raw.error) ? null : readLooseText(raw.error, 'error', LIMITS.errorLength),
    labels: readNamed(raw.labels, LABELS),
    metrics: readNamed(raw.metrics, METRICS),
    cost: readCost(raw.cost),
  }
  refuseContradictions(event)
  return assumeMissingTime(event, now)
}

const LABELS = {
  field: 'labels',
  most: LIMITS.labels,
  nameLength: LIMITS.labelNameLength,
  read(value: unknown, place: string): string {
    if (typeof value === 'number' || typeof value === 'boolean') {
      throw new Rejected(
        `${place} is ${shown(value)}: a label is text in quotes; numbers to calculate with go into metrics.`,
      )
    }
    return readLooseText(value, place, LIMITS.labelValueLength)
  },
}

const METRICS = {
  field: 'metrics',
  most: LIMITS.metrics,
  nameLength: LIMITS.metricNameLength,
  read: readFinite,
}

function isAbsent(value: unknown): value is undefined | null {
  return value === undefined || value === null
}

function readStatus(value: unknown): JobStatus {
  const status = STATUS_BY_TEXT.get(value)
  if (status) return status
  const what = isAbsent(value) ? 'is missing' : `is ${shown(value)}`
  const nearest = typeof value === 'string' ? nearestIfClose(value, JOB_STATUSES) : null
  const hint = nearest ? `Did you mean ${nearest}? ` : ''
  throw new Rejected(`status ${what}. ${hint}Send one of ${JOB_STATUSES.join(', ')}.`)
}

function readCost(value: unknown): Money | null {
  if (isAbsent(value)) return null
  if (!isFields(value)) throw new Rejected(`cost is ${shown(value)}: send {"amount": 1.5, "currency": "USD"}.`)
  refuseUnknown(value, COST_FIELDS, COST_FIELD_SET, 'cost')
  const amount = readFinite(value.amount, 'cost.amount')
  const currency = value.currency
  if (typeof currency === 'string' && /^[A-Z]{3}$/.test(currency)) return { amount, currency }
  throw new Rejected(`cost.currency is ${shown(currency)}: send the three capital letters of ISO 4217, such as "USD".`)
}

function refuseContradictions(event: JobEvent) {
  const { status, queuedAt, startedAt, finishedAt } = event
  if (finishedAt && !isFinished(status)) {
    throw new Rejected(
      `finishedAt is sent with the status ${status}: send it when the job has finished, or leave it out.`,
    )
  }
  if (startedAt && status === 'QUEUED') {
    throw new Rejected('startedAt is sent with the status QUEUED: a job that has started is RUNNING.')
  }
  refuseOrder('queuedAt', queuedAt, 'startedAt', startedAt)
  refuseOrder('startedAt', startedAt, 'finishedAt', finishedAt)
  refuseOrder('queuedAt', queuedAt, 'finishedAt', finishedAt)
}

function refuseOrder(first: string, before: Date | null, second: string, after: Date | null) {
  // Comparing dates themselves takes ten times as long.
  if (!before || !after || before.getTime() <= after.getTime()) return
  const times = `${second} ${after.toISOString()} lies before ${first} ${before.toISOString()}`
  throw new Rejected(`${times}: send times in the order queuedAt, startedAt, finishedAt.`)
}

/** A status tells of a moment. When that was not sent, it is the time of receipt, but never before the times sent. */
function assumeMissingTime(event: JobEvent, now: Date): JobEvent {
  const own = event.status === 'QUEUED' ? 'queuedAt' : event.status === 'RUNNING' ? 'startedAt' : 'finishedAt'
  if (event[own]) return event
  event.assumed = own
  event[own] = new Date(Math.max(now.getTime(), event.queuedAt?.getTime() ?? 0, event.startedAt?.getTime() ?? 0))
  return event
}
