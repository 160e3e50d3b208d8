import { arrayText } from '../db/array-text.ts'
import type { JobStatus } from './job-event.ts'
import { type Attempt, derive, type JobState, type TimeName } from './job-state.ts'

/** A job as it is read from the database. */
export interface StoredJob {
  id: string
  status: JobStatus
  attempt: number
  revision: number
  queuedAt: Date | null
  startedAt: Date | null
  finishedAt: Date | null
  cost: string | null
  currency: string | null
  trigger: string | null
  error: string | null
  labels: Record<string, string>
  metrics: Record<string, number>
  earlierAttempts: StoredAttempt[] | null
  assumedTimes: TimeName[] | null
}

/** An earlier attempt as it stands in `earlier_attempts`: times are ISO 8601 text. `assumed` is there when it says something. */
export interface StoredAttempt {
  number: number
  status: JobStatus
  queuedAt: string | null
  startedAt: string | null
  finishedAt: string | null
  error: string | null
  assumed?: TimeName[]
}

/** A job as it is written. */
export interface JobRow {
  id: string
  pipelineId: number
  externalId: string
  state: JobState
}

/** What is known of a job, from its row. */
export function stateOfStored(job: StoredJob): JobState {
  const { revision, trigger, labels, metrics, status, queuedAt, startedAt, finishedAt, error } = job
  const assumed = job.assumedTimes ?? []
  return derive({
    revision,
    trigger,
    labels,
    metrics,
    cost: job.cost === null ? null : { amount: Number(job.cost), currency: job.currency ?? '' },
    latest: { number: job.attempt, status, queuedAt, startedAt, finishedAt, error, assumed },
    earlierAttempts: (job.earlierAttempts ?? []).map(readAttempt),
  })
}

function readAttempt(stored: StoredAttempt): Attempt {
  return {
    number: stored.number,
    status: stored.status,
    queuedAt: dateOf(stored.queuedAt),
    startedAt: dateOf(stored.startedAt),
    finishedAt: dateOf(stored.finishedAt),
    error: stored.error,
    assumed: stored.assumed ?? [],
  }
}

function dateOf(text: string | null): Date | null {
  return text === null ? null : new Date(text)
}

function writeAttempts(attempts: Attempt[]): string | null {
  if (attempts.length === 0) return null
  return JSON.stringify(attempts.map(({ assumed, ...rest }) => (assumed.length > 0 ? { ...rest, assumed } : rest)))
}

/** Rows as one array literal for each column: moments in milliseconds since 1970, json and lists as text. */
export function columnsOf(rows: JobRow[]) {
  const column = (read: (row: JobRow) => string | number | null) => {
    const values = rows.map(read)
    // Beside longer columns, an empty one is a column of nulls.
    return values.every((value) => value === null) ? '{}' : arrayText(values)
  }
  const moment = (name: TimeName) => column(({ state }) => state.latest[name]?.getTime() ?? null)
  return {
    at: column(({ state }) => state.at.getTime()),
    id: column((row) => row.id),
    pipelineId: column((row) => row.pipelineId),
    status: column(({ state }) => state.latest.status),
    attempt: column(({ state }) => state.latest.number),
    revision: column(({ state }) => state.revision),
    queuedAt: moment('queuedAt'),
    startedAt: moment('startedAt'),
    finishedAt: moment('finishedAt'),
    cost: column(({ state }) => state.cost?.amount ?? null),
    currency: column(({ state }) => state.cost?.currency ?? null),
    externalId: column((row) => row.externalId),
    trigger: column(({ state }) => state.trigger),
    error: column(({ state }) => state.latest.error),
    labels: column(({ state }) => JSON.stringify(state.labels)),
    metrics: column(({ state }) => JSON.stringify(state.metrics)),
    earlierAttempts: column(({ state }) => writeAttempts(state.earlierAttempts)),
    assumedTimes: column(({ state }) => (state.latest.assumed.length > 0 ? arrayText(state.latest.assumed) : null)),
  }
}
