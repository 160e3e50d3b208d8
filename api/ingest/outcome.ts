import type { Folded, JobEvents } from './fold.ts'
import type { JobState } from './job-state.ts'

/** A job of the batch, merged with what was stored. */
export interface Outcome {
  job: JobEvents
  folded: Folded
  /** What was stored; null for a new job. */
  known: JobState | null
  /** Where the key stood before; null for a key that this batch made. */
  keyAt: Date | null
  /** Whether this batch has written it already. */
  isWritten: boolean
}

/** Whether there is something to write. */
export function isChanged(outcome: Outcome): boolean {
  return outcome.folded.changes > 0
}
