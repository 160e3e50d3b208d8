import type { JobStatus, Money } from '../ingest/index.ts'

/** One attempt as it will go. All times are ms since 1970. */
export interface PlannedAttempt {
  number: number
  queuedAt: number
  /** Null when the job is cancelled while it waits. */
  startedAt: number | null
  finishedAt: number
  status: Exclude<JobStatus, 'QUEUED' | 'RUNNING'>
  error: string | null
}

/** A demo job with its whole life, from which what is known at any moment can be read (see `snapshot.ts`). */
export interface PlannedJob {
  pipeline: string
  externalId: string
  trigger: string
  labels: Record<string, string>
  /** At least one; each begins after the one before has ended. */
  attempts: PlannedAttempt[]
  /** What it counts by the end of a full run; a part of it while it runs, or when it stops early. */
  counted: Record<string, number>
  /** What it finds out at the end, when it succeeds. */
  found: Record<string, number>
  /** Run time of one full attempt. */
  fullRunMs: number
  costPerMinute: Money
}
