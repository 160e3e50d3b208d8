import type { JobStatus, StoredAttempt } from '../../ingest/index.ts'

/** One job as it is read, together with its pipeline: nearly every question wants both. */
export interface JobRow {
  id: string
  pipelineId: number
  pipelineKey: string
  pipelineName: string
  pipelineCreatedAt: Date
  externalId: string
  status: JobStatus
  at: Date
  /** `at` to the microsecond, as the database has it: a Date would cut it off, and a page would skip or repeat jobs. */
  exactAt: string
  attempt: number
  queuedAt: Date | null
  startedAt: Date | null
  finishedAt: Date | null
  /** Milliseconds. */
  queueMs: number | null
  /** Milliseconds. */
  durationMs: number | null
  trigger: string | null
  error: string | null
  cost: number | null
  currency: string | null
  labels: Record<string, string>
  metrics: Record<string, number>
  earlierAttempts: StoredAttempt[] | null
  changedAt: Date
}
