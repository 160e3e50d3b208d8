import { setImmediate } from 'node:timers/promises'
import type { Sql } from '../db/client.ts'
import { transaction } from '../db/transaction.ts'
import { awaitedLater } from '../lib/awaited-later.ts'
import type { Changes } from '../lib/changes.ts'
import { refuseBeyondRetention } from './beyond-retention.ts'
import { foldEvents, groupByJob } from './fold.ts'
import type { JobEvent, RecordResult } from './job-event.ts'
import { LIMITS } from './limits.ts'
import { isChanged, type Outcome } from './outcome.ts'
import {
  addGrowth,
  deleteJobKeys,
  insertJobKeys,
  insertNewJobKeys,
  insertPipelines,
  isKnownKey,
  type JobKey,
  lockJobKeys,
  selectBounds,
  selectJobs,
  selectPipelineIds,
} from './queries.ts'
import { applyQuota, type Bounds, type Growth, growthOf, isOver } from './quota.ts'
import { stateOfStored } from './stored-job.ts'
import { writeJobs, writeNewJobs } from './write-jobs.ts'

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
  const outcomes = await writeUntilDone(deps.sql, organizationId, events)
  publish(deps.changes, organizationId, outcomes)
  return summarize(outcomes)
}

/**
 * Organizations whose last batch had jobs that were known. To find each key missing before it is made takes a tenth of the
 * whole batch, so a batch begins as if all of it were new, unless the one before was not: then, and when that fails, it looks.
 */
const sendsKnownJobs = new Set<number>()

/**
 * Other batches of the organization may use up its quota meanwhile. This one finds that out at its end, when it counts what
 * it adds, and is done again: none waits for another until then. Without a quota it is counted after the commit, because
 * batches would wait for each other's: 5 to 15 % with four at once.
 */
async function writeUntilDone(sql: Sql, organizationId: number, events: JobEvent[]): Promise<Outcome[]> {
  for (;;) {
    const written = await transaction(sql, (sql) => writeOnce(sql, organizationId, events)).catch((error: unknown) => {
      if (isKnownKey(error)) sendsKnownJobs.add(organizationId)
      else if (!(error instanceof Overtaken)) throw error
      return null
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

async function writeOnce(sql: Sql, organizationId: number, events: JobEvent[]): Promise<Written> {
  // Sent at once: none needs the answer of another, and the database never waits for us.
  const asked = awaitedLater(
    Promise.all([selectBounds(sql, organizationId), selectPipelineIds(sql, organizationId, pipelinesOf(events))]),
  )
  // A turn of the event loop, in which that is sent.
  await setImmediate()
  const asNew = groupByJob(organizationId, events).map((job): Outcome => {
    return { job, folded: foldEvents(null, job), known: null, keyAt: null }
  })
  const keys = asNew.map(keyOf)
  const isTakenAsNew = !sendsKnownJobs.has(organizationId)
  const insertKeys = isTakenAsNew ? insertNewJobKeys : insertJobKeys
  const inserted = awaitedLater(insertKeys(sql, organizationId, keys))
  const [bounds, found] = await asked
  const pipelines = new Map(found.map((row) => [row.key, row.id]))
  if (isTakenAsNew && canBeWritten(asNew, bounds, pipelines)) {
    const written = writeNewJobs(sql, organizationId, asNew, pipelines)
    const [growth] = await Promise.all([growthWhileWriting(asNew), written, inserted])
    return { outcomes: asNew, uncounted: growth }
  }
  const others = await inserted
  if (others.length === 0) sendsKnownJobs.delete(organizationId)
  const merged = await mergeWithStored(sql, organizationId, asNew, others)
  return writeMerged(sql, organizationId, await keepBounds(sql, organizationId, merged, bounds), {
    pipelines,
    quota: bounds.quota,
  })
}

/** Whether a batch, if all its jobs are new, may be written as it is: most batches are such ones. */
function canBeWritten(asNew: Outcome[], { quota, keptFrom }: Bounds, pipelines: Map<string, number>): boolean {
  if (quota || asNew.some(({ job }) => !pipelines.has(job.pipeline))) return false
  return refuseBeyondRetention(asNew, keptFrom).every((outcome, index) => outcome === asNew[index])
}

interface Place {
  /** Ids of those that are known by key. */
  pipelines: Map<string, number>
  quota: Bounds['quota']
}

async function writeMerged(
  sql: Sql,
  organizationId: number,
  outcomes: Outcome[],
  { pipelines, quota }: Place,
): Promise<Written> {
  const changed = outcomes.filter(isChanged)
  if (changed.length === 0) return { outcomes, uncounted: null }
  const pipelineIds = await makeMissingPipelines(sql, organizationId, changed, pipelines)
  const [growth] = await Promise.all([
    growthWhileWriting(changed),
    writeJobs(sql, organizationId, changed, pipelineIds),
  ])
  if (growth.jobs === 0 && growth.bytes === 0) return { outcomes, uncounted: null }
  if (!quota) return { outcomes, uncounted: growth }
  const total = await addGrowth(sql, organizationId, growth, { isHasty: false })
  if (growth.jobs > 0 && isOver(quota, total)) throw new Overtaken()
  return { outcomes, uncounted: null }
}

/** Counted when the first rows were sent, while the database writes them. */
async function growthWhileWriting(changed: Outcome[]): Promise<Growth> {
  await setImmediate()
  return growthOf(changed)
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

/** Locks the jobs that are not new, `others`, and merges the batch with what is known of them. */
async function mergeWithStored(
  sql: Sql,
  organizationId: number,
  asNew: Outcome[],
  others: string[],
): Promise<Outcome[]> {
  if (others.length === 0) return asNew
  const locked = await lockKeys(sql, organizationId, others, asNew.map(keyOf))
  // Read after locking: a statement sees what was committed when it began.
  const known = locked.length > 0 ? await selectJobs(sql, organizationId, locked) : []
  const keyAt = new Map(locked.map((key) => [key.id, key.at]))
  const stored = new Map(known.map((row) => [row.id, stateOfStored(row)]))
  return asNew.map(({ job, folded }): Outcome => {
    const state = stored.get(job.id) ?? null
    return { job, folded: state ? foldEvents(state, job) : folded, known: state, keyAt: keyAt.get(job.id) ?? null }
  })
}

function keyOf({ job, folded }: Outcome): JobKey {
  return { id: job.id, at: folded.state.at }
}

function pipelinesOf(events: readonly { pipeline: string }[]): string[] {
  return [...new Set(events.map(({ pipeline }) => pipeline))]
}

/**
 * Ids of all pipelines by key: those that are known and those that are made now. They are looked up first, because an insert
 * that finds nothing to do would still use up numbers. Locks are taken in the same order everywhere, or two batches could wait
 * for each other: new keys, old keys, pipelines.
 */
async function makeMissingPipelines(
  sql: Sql,
  organizationId: number,
  changed: Outcome[],
  known: Map<string, number>,
): Promise<Map<string, number>> {
  const missing = pipelinesOf(changed.map(({ job }) => job)).filter((key) => !known.has(key))
  if (missing.length === 0) return known
  await insertPipelines(sql, organizationId, missing)
  const made = await selectPipelineIds(sql, organizationId, missing)
  return new Map([...known, ...made.map((row) => [row.key, row.id] as const)])
}

/** Locks keys that others have made. Some may have been deleted meanwhile: these are new now, and made. */
async function lockKeys(sql: Sql, organizationId: number, ids: string[], keys: JobKey[]): Promise<JobKey[]> {
  if (ids.length === 0) return []
  const locked = await lockJobKeys(sql, organizationId, ids)
  if (locked.length === ids.length) return locked
  const gone = new Set(ids)
  for (const { id } of locked) gone.delete(id)
  const deleted = keys.filter(({ id }) => gone.has(id))
  const others = await insertJobKeys(sql, organizationId, deleted)
  return [...locked, ...(await lockKeys(sql, organizationId, others, deleted))]
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
  const ids = changed.map((outcome) => outcome.job.id)
  changes.publish({ organizationId, dataset: 'jobs', from: new Date(from), to: new Date(to), ids })
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
