import { setImmediate } from 'node:timers/promises'
import type { Sql } from '../db/client.ts'
import { transaction } from '../db/transaction.ts'
import type { Changes } from '../lib/changes.ts'
import { refuseBeyondRetention } from './beyond-retention.ts'
import { foldEvents, groupByJob, type JobEvents } from './fold.ts'
import type { JobEvent, RecordResult } from './job-event.ts'
import { LIMITS } from './limits.ts'
import { isChanged, type Outcome } from './outcome.ts'
import {
  addGrowth,
  deleteJobKeys,
  insertJobKeys,
  insertPipelines,
  type JobKey,
  lockJobKeys,
  selectBounds,
  selectJobs,
  selectPipelineIds,
} from './queries.ts'
import { applyQuota, type Bounds, type Growth, growthOf, isOver } from './quota.ts'
import { stateOfStored } from './stored-job.ts'
import { writeJobs } from './write-jobs.ts'

export interface IngestDeps {
  sql: Sql
  changes: Changes
}

/**
 * Records a batch of events in one transaction: all that could be merged is kept, or, when it throws, nothing. What
 * contradicts the stored job is answered one by one, with its place in the batch. Watchers are told once, after the commit.
 * Safe to call again with the same events, and from many processes at once. Throws for more than 10,000 events.
 * Inside a transaction that is open already it makes a savepoint; watchers are then told before the outer commit.
 */
export async function recordEvents(
  deps: IngestDeps,
  organizationId: number,
  events: JobEvent[],
): Promise<RecordResult> {
  if (events.length > LIMITS.eventsPerCall) {
    throw new RangeError(`${events.length} events in one call: at most ${LIMITS.eventsPerCall} are taken`)
  }
  if (events.length === 0) return { accepted: 0, unchanged: 0, rejected: 0, errors: [] }
  const jobs = groupByJob(organizationId, events)
  const outcomes = await writeWithinQuota(deps.sql, organizationId, jobs)
  publish(deps.changes, organizationId, outcomes)
  return summarize(outcomes)
}

/**
 * Other batches of the organization may use up its quota meanwhile. This one finds that out at its end, when it counts what
 * it adds, and is done again: none waits for another until then. Without a quota it is counted after the commit, because
 * batches would wait for each other's: 5 to 15 % with four at once.
 */
async function writeWithinQuota(sql: Sql, organizationId: number, jobs: JobEvents[]): Promise<Outcome[]> {
  for (;;) {
    const written = await transaction(sql, (sql) => writeOnce(sql, organizationId, jobs)).catch((error: unknown) => {
      if (error instanceof Overtaken) return null
      throw error
    })
    if (!written) continue
    const { outcomes, uncounted } = written
    // The jobs are kept: that they could not be counted is no reason to have them sent again.
    if (uncounted) await addGrowth(sql, organizationId, uncounted, { isHasty: true }).catch(() => {})
    return outcomes
  }
}

/** Undoes the transaction: the quota was used up meanwhile. */
class Overtaken extends Error {
  override name = 'Overtaken'
}

interface Written {
  outcomes: Outcome[]
  /** What is still to be counted. */
  uncounted: Growth | null
}

async function writeOnce(sql: Sql, organizationId: number, jobs: JobEvents[]): Promise<Written> {
  // Sent at once: none needs the answer of another, and the database never waits for us.
  const [bounds, pipelines, merged] = await Promise.all([
    selectBounds(sql, organizationId),
    selectPipelineIds(sql, organizationId, pipelinesOf(jobs)),
    mergeWithStored(sql, organizationId, jobs),
  ])
  const outcomes = await keepBounds(sql, organizationId, merged, bounds)
  const { quota } = bounds
  const changed = outcomes.filter(isChanged)
  if (changed.length === 0) return { outcomes, uncounted: null }
  const pipelineIds = await makeMissingPipelines(sql, organizationId, changed, pipelines)
  const [growth] = await Promise.all([
    // Counted while the database writes.
    setImmediate().then(() => growthOf(changed)),
    writeJobs(sql, organizationId, changed, pipelineIds),
  ])
  if (growth.jobs === 0 && growth.bytes === 0) return { outcomes, uncounted: null }
  if (!quota) return { outcomes, uncounted: growth }
  const total = await addGrowth(sql, organizationId, growth, { isHasty: false })
  if (growth.jobs > 0 && isOver(quota, total)) throw new Overtaken()
  return { outcomes, uncounted: null }
}

/** Refuses what the organization may not have, and takes back the keys that were made for it. */
async function keepBounds(
  sql: Sql,
  organizationId: number,
  merged: Outcome[],
  { quota, keptFrom }: Bounds,
): Promise<Outcome[]> {
  const kept = refuseBeyondRetention(merged, keptFrom)
  const outcomes = quota ? applyQuota(kept, quota) : kept
  const refused = outcomes.filter((outcome, index) => outcome !== merged[index] && !outcome.keyAt)
  const ids = refused.map(({ job }) => job.id)
  if (ids.length > 0) await deleteJobKeys(sql, organizationId, ids)
  return outcomes
}

/** Locks the jobs of the batch and merges it with what is known of them. New ones cost one statement, for all of them. */
async function mergeWithStored(sql: Sql, organizationId: number, jobs: JobEvents[]): Promise<Outcome[]> {
  const alone = jobs.map((job) => foldEvents(null, job))
  const keys = jobs.map((job, index): JobKey => ({ id: job.id, at: alone[index]!.state.at }))
  const locked = await makeOrLockKeys(sql, organizationId, keys)
  // Read after locking: a statement sees what was committed when it began.
  const known = locked.length > 0 ? await selectJobs(sql, organizationId, locked) : []
  const keyAt = new Map(locked.map((key) => [key.id, key.at]))
  const stored = new Map(known.map((row) => [row.id, stateOfStored(row)]))
  return jobs.map((job, index): Outcome => {
    const state = stored.get(job.id) ?? null
    const folded = state ? foldEvents(state, job) : alone[index]!
    return { job, folded, known: state, keyAt: keyAt.get(job.id) ?? null }
  })
}

function pipelinesOf(jobs: JobEvents[]): string[] {
  return [...new Set(jobs.map((job) => job.pipeline))]
}

/**
 * Ids of all pipelines by key: `found` and those that are made now. They are looked up first, because an insert that finds
 * nothing to do would still use up numbers. Locks are taken in the same order everywhere, or two batches could wait for each
 * other: new keys, old keys, pipelines.
 */
async function makeMissingPipelines(
  sql: Sql,
  organizationId: number,
  changed: Outcome[],
  found: { id: number; key: string }[],
): Promise<Map<string, number>> {
  const ids = new Map(found.map((row) => [row.key, row.id]))
  const missing = pipelinesOf(changed.map(({ job }) => job)).filter((key) => !ids.has(key))
  if (missing.length === 0) return ids
  await insertPipelines(sql, organizationId, missing)
  for (const row of await selectPipelineIds(sql, organizationId, missing)) ids.set(row.key, row.id)
  return ids
}

/** Makes the keys of new jobs and locks the others, which come back with where they stand. */
async function makeOrLockKeys(sql: Sql, organizationId: number, keys: JobKey[]): Promise<JobKey[]> {
  const others = await insertJobKeys(sql, organizationId, keys)
  if (others.length === 0) return []
  const locked = await lockJobKeys(sql, organizationId, others)
  if (locked.length === others.length) return locked
  // Some were deleted between the two statements: these are new now.
  const gone = new Set(others)
  for (const { id } of locked) gone.delete(id)
  const deleted = keys.filter(({ id }) => gone.has(id))
  return [...locked, ...(await makeOrLockKeys(sql, organizationId, deleted))]
}

/** Tells where jobs are now and where they were, so that whoever shows the old place drops them from it. */
function publish(changes: Changes, organizationId: number, outcomes: Outcome[]) {
  const changed = outcomes.filter(isChanged)
  if (changed.length === 0) return
  let from = Infinity
  let to = -Infinity
  for (const { folded, known } of changed) {
    const at = folded.state.at.getTime()
    from = Math.min(from, at, known?.at.getTime() ?? at)
    to = Math.max(to, at, known?.at.getTime() ?? at)
  }
  const jobIds = changed.map((outcome) => outcome.job.id)
  changes.publish({ organizationId, dataset: 'jobs', from: new Date(from), to: new Date(to), jobIds })
}

function summarize(outcomes: Outcome[]): RecordResult {
  const errors = outcomes.flatMap((outcome) => outcome.folded.errors).sort((a, b) => a.index - b.index)
  let accepted = 0
  let unchanged = 0
  for (const { folded } of outcomes) {
    accepted += folded.changes
    unchanged += folded.unchanged
  }
  return { accepted, unchanged, rejected: errors.length, errors }
}
