import { isChanged, type Outcome, reject } from './outcome.ts'
import { storedBytes } from './stored-bytes.ts'

/** What an organization may have, and has. Null: without a limit. */
export interface QuotaState {
  jobsADay: number | null
  storedBytes: number | null
  /** New jobs of today. */
  jobs: number
  /** Of all its jobs. */
  bytes: number
  /** When the next day begins. */
  resetsAt: Date
}

/** What bounds the jobs of an organization. */
export interface Bounds {
  /** Null: neither is limited. */
  quota: QuotaState | null
  /** A job that stands before is not recorded any more; null: any is. */
  keptFrom: Date | null
}

/** What a batch adds to what an organization has. */
export interface Growth {
  jobs: number
  bytes: number
}

/** What writing the outcomes adds. */
export function growthOf(outcomes: readonly Outcome[]): Growth {
  const growth: Growth = { jobs: 0, bytes: 0 }
  for (const outcome of outcomes) {
    if (!isChanged(outcome)) continue
    if (!outcome.known) growth.jobs++
    growth.bytes += addedBytes(outcome)
  }
  return growth
}

/**
 * Takes new jobs as far as there is room for them, in the order of the batch, and rejects the others with a reason. Jobs
 * that are known are always taken.
 */
export function applyQuota(outcomes: readonly Outcome[], quota: QuotaState): Outcome[] {
  const updates = growthOf(outcomes.filter((outcome) => outcome.known))
  let { jobs } = quota
  let bytes = quota.bytes + updates.bytes
  return outcomes.map((outcome) => {
    if (outcome.known || !isChanged(outcome)) return outcome
    const added = addedBytes(outcome)
    if (quota.jobsADay !== null && jobs >= quota.jobsADay) return reject(outcome, noMoreToday(quota))
    if (quota.storedBytes !== null && bytes + added > quota.storedBytes) return reject(outcome, full(quota))
    jobs++
    bytes += added
    return outcome
  })
}

/** Whether an organization has more than it may. */
export function isOver(quota: QuotaState, { jobs, bytes }: Growth): boolean {
  return jobs > (quota.jobsADay ?? Infinity) || bytes > (quota.storedBytes ?? Infinity)
}

function addedBytes({ job: { externalId }, folded, known }: Outcome): number {
  return storedBytes(externalId, folded.state) - (known ? storedBytes(externalId, known) : 0)
}

function noMoreToday({ jobsADay, resetsAt }: QuotaState): string {
  const quota = `The organization has recorded all of its ${jobsADay!.toLocaleString('en')} new jobs a day`
  return `${quota}. Send it again from ${resetsAt.toISOString()} on. Known jobs are still updated.`
}

function full({ storedBytes }: QuotaState): string {
  const quota = `The jobs of the organization take all of its ${storedBytes!.toLocaleString('en')} bytes`
  return `${quota}. Ask whoever runs this server for more. Known jobs are still updated.`
}
