import { JOB_STATUSES, type JobStatus, type Money } from '../job-event.ts'
import type { Mapping } from './mapping.ts'
import { numberReader } from './read-number.ts'
import { textReader, type Reader } from './read-text.ts'
import { timeReaders } from './read-time.ts'
import { rowIds } from './row-id.ts'
import { quoted, RowProblem, type Reading, type Row } from './row.ts'

/** A row as the mapping reads it, not yet checked: what every sender of jobs sends. */
export interface MappedJob {
  pipeline: string
  externalId: string
  status: JobStatus
  queuedAt: Date | null
  startedAt: Date | null
  finishedAt: Date | null
  attempt?: number
  revision?: number
  trigger: string | null
  error: string | null
  labels: Record<string, string>
  metrics: Record<string, number>
  cost: Money | null
}

export type Mapped = { ok: true; job: MappedJob } | { ok: false; reason: string }

/**
 * Makes the function that turns rows of one file into jobs. It remembers the rows that it numbered, so each file needs its
 * own. What is missing in the file is missing in the job; a value that cannot be read rejects the row.
 */
export function rowMapper(mapping: Mapping): (row: Row) => Mapped {
  const read = jobReader(mapping)
  return (row) => {
    try {
      return { ok: true, job: read(row) }
    } catch (error) {
      if (error instanceof RowProblem) return { ok: false, reason: error.message }
      throw error
    }
  }
}

function jobReader(mapping: Mapping): (row: Row) => MappedJob {
  const { decimal, timezone } = mapping
  const reading: Reading = { empty: new Set(mapping.empty), decimal, timezone }
  const pipeline = required('pipeline', textReader(mapping.pipeline, reading))
  const externalId = idReader(mapping.externalId, reading)
  const status = statusReader(mapping.status, reading)
  const { queuedAt, startedAt, finishedAt } = mapping
  const times = timeReaders({ queuedAt, startedAt, finishedAt }, reading)
  const attempt = mapping.attempt && field('attempt', numberReader(mapping.attempt, reading))
  const revision = mapping.revision && field('revision', numberReader(mapping.revision, reading))
  const [queued, started, finished] = [
    field('queuedAt', times.queuedAt),
    field('startedAt', times.startedAt),
    field('finishedAt', times.finishedAt),
  ]
  const trigger = field('trigger', mapping.trigger && textReader(mapping.trigger, reading))
  const error = field('error', mapping.error && textReader(mapping.error, reading))
  const labels = recordReader('labels', mapping.labels, (source) => textReader(source, reading))
  const metrics = recordReader('metrics', mapping.metrics, (source) => numberReader(source, reading))
  const cost = field('cost', mapping.cost && costReader(mapping.cost, reading))

  return (row) => {
    // First of all: every row counts as an occurrence, whether it is rejected or not.
    const id = externalId(row)
    const is = status(row)
    const [attemptNumber, revisionNumber] = [attempt?.(row, is), revision?.(row, is)]
    return {
      ...{ pipeline: pipeline(row, is), externalId: id, status: is },
      ...{ queuedAt: queued(row, is), startedAt: started(row, is), finishedAt: finished(row, is) },
      ...(attemptNumber != null && { attempt: attemptNumber }),
      ...(revisionNumber != null && { revision: revisionNumber }),
      ...{ trigger: trigger(row, is), error: error(row, is), cost: cost(row, is) },
      ...{ labels: labels(row, is), metrics: metrics(row, is) },
    }
  }
}

function idReader(source: Mapping['externalId'], reading: Reading): (row: Row) => string {
  if (source.row !== undefined) return rowIds(source.row)
  const read = required('externalId', textReader(source, reading))
  return (row) => read(row, null)
}

function statusReader(source: Mapping['status'], reading: Reading): (row: Row) => JobStatus {
  const read = required('status', textReader(source, reading))
  return (row) => {
    const text = read(row, null)
    const status = JOB_STATUSES.find((known) => known === text)
    if (status !== undefined) return status
    throw new RowProblem(
      `status: ${quoted(text)} is not a status; translate it with "values" into ${JOB_STATUSES.join(', ')}`,
    )
  }
}

function costReader(source: NonNullable<Mapping['cost']>, reading: Reading): Reader<Money> {
  const readAmount = numberReader(source.amount, reading)
  const readCurrency = textReader(source.currency, reading)
  return (row, status) => {
    const amount = readAmount(row, status)
    if (amount === null) return null
    const currency = readCurrency(row, status)
    if (currency === null) throw new RowProblem('there is an amount, but no currency')
    return { amount, currency }
  }
}

/** Puts the field's name before what is wrong with it. Without a reader the field is always missing. */
function field<T>(name: string, read: Reader<T> | undefined): Reader<T> {
  if (read === undefined) return () => null
  return (row, status) => {
    try {
      return read(row, status)
    } catch (error) {
      if (error instanceof RowProblem) throw new RowProblem(`${name}: ${error.message}`)
      throw error
    }
  }
}

function required<T>(name: string, read: Reader<T>): (row: Row, status: JobStatus | null) => T {
  const named = field(name, read)
  return (row, status) => {
    const value = named(row, status)
    if (value === null) throw new RowProblem(`${name} is missing`)
    return value
  }
}

/** Labels or metrics: those that are missing in the row are left out. */
function recordReader<Source, T>(
  group: string,
  sources: Record<string, Source>,
  reader: (source: Source) => Reader<T>,
) {
  const readers = Object.entries(sources).map(([name, source]) => ({
    name,
    read: field(`${group}.${name}`, reader(source)),
  }))
  return (row: Row, status: JobStatus | null): Record<string, T> => {
    const entries: [string, T][] = []
    for (const { name, read } of readers) {
      const value = read(row, status)
      if (value !== null) entries.push([name, value])
    }
    return Object.fromEntries(entries)
  }
}
