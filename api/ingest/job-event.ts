export const JOB_STATUSES = ['QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED', 'TIMED_OUT'] as const
export type JobStatus = (typeof JOB_STATUSES)[number]

/** True for a status after which an attempt changes no more. */
export function isFinished(status: JobStatus): boolean {
  return status !== 'QUEUED' && status !== 'RUNNING'
}

/** An amount in a currency (ISO 4217). */
export interface Money {
  amount: number
  currency: string
}

/** One report about one job, checked and complete: what every door (GraphQL, NDJSON, import) hands to ingest. */
export interface JobEvent {
  /** Key of the pipeline; it is made when it is new. */
  pipeline: string
  /** Identifies the job within its pipeline. */
  externalId: string
  status: JobStatus
  attempt: number
  revision: number
  queuedAt: Date | null
  startedAt: Date | null
  finishedAt: Date | null
  /** The time that was not sent and was taken from the clock: it gives way to any time that was sent. */
  assumed: 'queuedAt' | 'startedAt' | 'finishedAt' | null
  trigger: string | null
  error: string | null
  labels: Record<string, string>
  metrics: Record<string, number>
  cost: Money | null
}

/** What became of a batch. `accepted` counts events that made or changed a job, `unchanged` those that said nothing new. */
export interface RecordResult {
  accepted: number
  unchanged: number
  rejected: number
  /** One entry for each rejected event, with its place in the batch (from 0). */
  errors: { index: number; reason: string }[]
}
