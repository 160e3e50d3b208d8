import type { JobStatus, Money } from './job-event.ts'

export type TimeName = 'queuedAt' | 'startedAt' | 'finishedAt'

/** One try of a job. */
export interface Attempt {
  number: number
  status: JobStatus
  queuedAt: Date | null
  startedAt: Date | null
  finishedAt: Date | null
  error: string | null
  /** Which of the times nobody sent: they are times of receipt, and give way to times that are sent. */
  assumed: TimeName[]
}

/** All that is known of a job, from all events about it. */
export interface JobState {
  revision: number
  trigger: string | null
  labels: Record<string, string>
  metrics: Record<string, number>
  cost: Money | null
  /** The attempt with the highest number: the one that the job shows. */
  latest: Attempt
  /** The others, by number. */
  earlierAttempts: Attempt[]
  /** Derived: the first moment known of any attempt. */
  at: Date
  /** Derived: from queued to started of the latest attempt, in milliseconds; null until both are known. */
  queueMs: number | null
  /** Derived: from started to finished of the latest attempt, in milliseconds; null until both are known. */
  durationMs: number | null
}

type Told = Omit<JobState, 'at' | 'queueMs' | 'durationMs'>

/** Completes what was told of a job with what follows from it. */
export function derive(told: Told): JobState {
  const { queuedAt, startedAt, finishedAt } = told.latest
  return {
    ...told,
    at: firstMoment(told),
    queueMs: between(queuedAt, startedAt),
    durationMs: between(startedAt, finishedAt),
  }
}

function between(from: Date | null, to: Date | null): number | null {
  return from && to ? to.getTime() - from.getTime() : null
}

function firstMoment(told: Told): Date {
  let first = firstOf(told.latest, null)
  for (const attempt of told.earlierAttempts) first = firstOf(attempt, first)
  if (first) return first
  throw new RangeError('A job without any time: its latest attempt always has the time of its status')
}

function firstOf({ queuedAt, startedAt, finishedAt }: Attempt, known: Date | null): Date | null {
  return earlierOf(earlierOf(earlierOf(known, queuedAt), startedAt), finishedAt)
}

function earlierOf(known: Date | null, told: Date | null): Date | null {
  if (!known || !told) return known ?? told
  return told.getTime() < known.getTime() ? told : known
}
