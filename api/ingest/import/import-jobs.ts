import { makeBatchWriter } from '../batch-writer.ts'
import { checkJob } from '../check.ts'
import type { JobEvent, JobStatus, RecordResult } from '../job-event.ts'
import { LIMITS } from '../limits.ts'
import type { Mapped } from './map-row.ts'
import type { BrokenRow, Row } from './row.ts'

/** A row that did not become a job, and why. */
export interface Rejection {
  /** Line of the file on which the row begins, from 1. */
  line: number
  reason: string
}

/** What became of the rows that were dealt with so far. */
export interface ImportSummary {
  rows: number
  accepted: number
  unchanged: number
  rejected: number
  /** Jobs by status, as the file has them. Rejected rows are in none. */
  statuses: Map<JobStatus, number>
  /** The first jobs of the file, to look at. */
  sample: JobEvent[]
  /** Line of the last row dealt with; 0 before the first. */
  lastLine: number
  /** True when the signal ended the import before the end of the file. */
  interrupted: boolean
  /** What ended the import before the end of the file: a broken file, a lost database. */
  failure: unknown
}

export interface ImportOptions {
  rows: AsyncIterable<Row | BrokenRow>
  map: (row: Row) => Mapped
  /** Stores a batch. A dry run stores nothing and accepts everything. */
  write: (events: JobEvent[]) => Promise<RecordResult>
  now: () => Date
  /** Ends the import after the batches that are being written. */
  signal: AbortSignal
  /** Called after each batch, with its rejected rows in the order of the file. */
  onBatch: (summary: ImportSummary, rejections: Rejection[]) => void
}

interface Batch {
  events: JobEvent[]
  /** Line of each event. */
  lines: number[]
  rejections: Rejection[]
  lastLine: number
}

const SAMPLE = 3

/**
 * Imports rows in batches, and reads the next batch while two are written. A batch is stored whole or not at all, so after
 * any end the summary says exactly how far the import came; to import the file again is always safe.
 */
export async function importJobs(options: ImportOptions): Promise<ImportSummary> {
  const summary = emptySummary()
  let batch = emptyBatch()
  const writer = makeBatchWriter<Batch, RecordResult | null>({
    write: async ({ events }) => (events.length === 0 ? null : options.write(events)),
    written: (batch, result) => count(batch, result, summary, options.onBatch),
  })
  const flush = async () => {
    const full = batch
    batch = emptyBatch()
    await writer.put(full)
  }
  try {
    for await (const row of options.rows) {
      if (options.signal.aborted) break
      addRow(batch, row, options)
      if (batch.events.length + batch.rejections.length >= LIMITS.linesPerBatch) await flush()
    }
  } catch (error) {
    if (!options.signal.aborted) summary.failure = error
  }
  try {
    summary.interrupted = options.signal.aborted
    if (!summary.interrupted) await flush()
    await writer.settle()
  } catch (error) {
    summary.failure ??= error
  }
  return summary
}

function addRow(batch: Batch, row: Row | BrokenRow, { map, now }: ImportOptions) {
  const checked = 'problem' in row ? { ok: false as const, reason: row.problem } : checkRow(map(row), now())
  batch.lastLine = row.line
  if (checked.ok) {
    batch.events.push(checked.event)
    batch.lines.push(row.line)
  } else {
    batch.rejections.push({ line: row.line, reason: checked.reason })
  }
}

/**
 * A file tells of the past: the time at which it is imported says nothing about a job. So a time that the file does not
 * have stays unknown, where an event that has just been sent would be given the time of receipt.
 */
function checkRow(mapped: Mapped, now: Date): ReturnType<typeof checkJob> {
  if (!mapped.ok) return mapped
  const { queuedAt, startedAt, finishedAt } = mapped.job
  if ((queuedAt ?? startedAt ?? finishedAt) === null) {
    return { ok: false, reason: 'no time is known: queuedAt, startedAt and finishedAt are all missing' }
  }
  const checked = checkJob(mapped.job, now)
  if (checked.ok && checked.event.assumed !== null) {
    checked.event[checked.event.assumed] = null
    checked.event.assumed = null
  }
  return checked
}

function count(batch: Batch, result: RecordResult | null, summary: ImportSummary, onBatch: ImportOptions['onBatch']) {
  const { events, lines, rejections } = batch
  if (events.length + rejections.length === 0) return
  for (const { index, reason } of result?.errors ?? []) rejections.push({ line: lines[index] ?? 0, reason })
  rejections.sort((a, b) => a.line - b.line)
  const refused = new Set(result?.errors.map(({ index }) => index))
  events.forEach(({ status }, index) => {
    if (!refused.has(index)) summary.statuses.set(status, (summary.statuses.get(status) ?? 0) + 1)
  })
  summary.rows += batch.lines.length + batch.rejections.length - refused.size
  summary.accepted += result?.accepted ?? 0
  summary.unchanged += result?.unchanged ?? 0
  summary.rejected += rejections.length
  summary.lastLine = batch.lastLine
  if (summary.sample.length < SAMPLE) summary.sample.push(...events.slice(0, SAMPLE - summary.sample.length))
  onBatch(summary, rejections)
}

function emptySummary(): ImportSummary {
  return {
    ...{ rows: 0, accepted: 0, unchanged: 0, rejected: 0, lastLine: 0 },
    ...{ statuses: new Map(), sample: [], interrupted: false, failure: null },
  }
}

function emptyBatch(): Batch {
  return { events: [], lines: [], rejections: [], lastLine: 0 }
}
