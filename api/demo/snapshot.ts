import type { JobEvent, JobStatus } from '../ingest/index.ts'
import type { PlannedAttempt, PlannedJob } from './planned-job.ts'

/** A running job reports how far it is this often. */
const PROGRESS_MS = 5000

/**
 * What would have been reported about a job by the moment `at` (ms since 1970): one event for each attempt that has begun,
 * first to latest. Nothing before the job is queued.
 */
export function snapshot(job: PlannedJob, at: number): JobEvent[] {
  const begun = job.attempts.filter((attempt) => attempt.queuedAt <= at)
  return begun.map((attempt, index) => eventOf(job, attempt, { at, spentMs: spentBy(begun.slice(0, index + 1), at) }))
}

/**
 * The next moment after `at` at which there is something new to report: a beginning, a start, an end, or progress. Null
 * when the job has ended.
 */
export function nextChange(job: PlannedJob, at: number): number | null {
  const ends = job.attempts.flatMap((attempt) => [attempt.queuedAt, attempt.startedAt, attempt.finishedAt])
  const next = ends.filter((time) => time !== null && time > at).map(Number)
  if (next.length === 0) return null
  const running = job.attempts.find((attempt) => statusAt(attempt, at) === 'RUNNING')
  if (running) next.push(reportTime(running, at)! + PROGRESS_MS)
  return Math.min(...next)
}

interface Moment {
  at: number
  /** Run time of all attempts up to this one. */
  spentMs: number
}

function eventOf(job: PlannedJob, attempt: PlannedAttempt, { at, spentMs }: Moment): JobEvent {
  const status = statusAt(attempt, at)
  const finished = status !== 'QUEUED' && status !== 'RUNNING'
  const started = attempt.startedAt !== null && attempt.startedAt <= at
  return {
    pipeline: job.pipeline,
    externalId: job.externalId,
    status,
    attempt: attempt.number,
    revision: 0,
    queuedAt: new Date(attempt.queuedAt),
    startedAt: started ? new Date(attempt.startedAt!) : null,
    finishedAt: finished ? new Date(attempt.finishedAt) : null,
    assumed: null,
    trigger: job.trigger,
    error: finished ? attempt.error : null,
    labels: job.labels,
    metrics: { ...progress(job, attempt, at), ...(status === 'SUCCEEDED' && job.found) },
    cost: spentMs > 0 ? price(job, spentMs) : null,
  }
}

function statusAt(attempt: PlannedAttempt, at: number): JobStatus {
  if (attempt.finishedAt <= at) return attempt.status
  return attempt.startedAt !== null && attempt.startedAt <= at ? 'RUNNING' : 'QUEUED'
}

/** The latest moment up to `at` at which the attempt reported how far it was; null before it starts. */
function reportTime(attempt: PlannedAttempt, at: number): number | null {
  if (attempt.startedAt === null || attempt.startedAt > at) return null
  if (attempt.finishedAt <= at) return attempt.finishedAt
  return at - ((at - attempt.startedAt) % PROGRESS_MS)
}

function progress(job: PlannedJob, attempt: PlannedAttempt, at: number): Record<string, number> {
  const reported = reportTime(attempt, at)
  if (reported === null || reported === attempt.startedAt) return {}
  const share = Math.min(1, (reported - attempt.startedAt!) / job.fullRunMs)
  return Object.fromEntries(Object.entries(job.counted).map(([name, total]) => [name, Math.round(total * share)]))
}

function spentBy(attempts: PlannedAttempt[], at: number): number {
  return attempts.reduce((sum, attempt) => {
    const reported = reportTime(attempt, at)
    return reported === null ? sum : sum + reported - attempt.startedAt!
  }, 0)
}

/** Rounded to a hundredth of a cent, as bills are. */
function price(job: PlannedJob, spentMs: number) {
  const amount = Number(((job.costPerMinute.amount * spentMs) / 60_000).toFixed(4))
  return { amount, currency: job.costPerMinute.currency }
}
