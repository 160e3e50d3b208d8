import type { JobStatus, StoredAttempt } from '../../ingest/index.ts'
import type { DatabaseTime } from '../../lib/iso-time.ts'

/** One job as it is read, together with its pipeline: nearly every question wants both. */
export interface JobRow {
  id: string
  pipelineId: number
  pipelineKey: string
  pipelineName: string
  pipelineCreatedAt: Date
  externalId: string
  status: JobStatus
  /** To the microsecond: a Date would cut it off, and a page would skip or repeat jobs. */
  at: DatabaseTime
  attempt: number
  queuedAt: DatabaseTime | null
  startedAt: DatabaseTime | null
  finishedAt: DatabaseTime | null
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
  changedAt: DatabaseTime
}
