import type { JobEvent } from './job-event.ts'
import { jobId } from './job-id.ts'
import type { JobState } from './job-state.ts'
import { mergeJob } from './merge.ts'

/** The events of a batch about one job, in the order of the batch, with their places in it. */
export interface JobEvents {
  id: string
  pipeline: string
  externalId: string
  events: { index: number; event: JobEvent }[]
}

/** What events make of a job. */
export interface Folded {
  state: JobState
  /** How many events changed the job, and how many said nothing new. */
  changes: number
  unchanged: number
  errors: { index: number; reason: string }[]
}

/** Sorts a batch by job. */
export function groupByJob(organizationId: number, events: JobEvent[]): JobEvents[] {
  const jobs = new Map<string, JobEvents>()
  events.forEach((event, index) => {
    const { pipeline, externalId } = event
    const id = jobId(organizationId, pipeline, externalId)
    const job = jobs.get(id)
    if (job) job.events.push({ index, event })
    else jobs.set(id, { id, pipeline, externalId, events: [{ index, event }] })
  })
  return [...jobs.values()]
}

/** Merges the events of one job, one after the other, into what is known of it. */
export function foldEvents(known: JobState | null, job: JobEvents): Folded {
  let state = known
  let changes = 0
  const errors: Folded['errors'] = []
  for (const { index, event } of job.events) {
    const merged = mergeJob(state, event)
    if ('conflict' in merged) {
      errors.push({ index, reason: merged.conflict })
      continue
    }
    if (merged.changed) changes++
    state = merged.state
  }
  if (!state) throw new RangeError(`No events for the job ${job.id}`)
  return { state, changes, unchanged: job.events.length - changes - errors.length, errors }
}
