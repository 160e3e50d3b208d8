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
}

/** Whether there is something to write. */
export function isChanged(outcome: Outcome): boolean {
  return outcome.folded.changes > 0
}

/** The same without a change: each event that could have been merged has this error. */
export function reject(outcome: Outcome, reason: string): Outcome {
  const { job, folded } = outcome
  const wrong = new Set(folded.errors.map(({ index }) => index))
  const errors = job.events.filter(({ index }) => !wrong.has(index)).map(({ index }) => ({ index, reason }))
  return { ...outcome, folded: { ...folded, changes: 0, unchanged: 0, errors: [...folded.errors, ...errors] } }
}
