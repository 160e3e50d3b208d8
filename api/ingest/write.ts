import type { Sql } from '../db/client.ts'
import { transaction } from '../db/transaction.ts'
import type { Changes } from '../lib/changes.ts'
import { refuseBeyondRetention } from './beyond-retention.ts'
import { foldEvents, type Folded, groupByJob, type JobEvents } from './fold.ts'
import type { JobEvent, RecordResult } from './job-event.ts'
import { LIMITS } from './limits.ts'
import { isChanged, type Outcome } from './outcome.ts'
import {
  addGrowth,
  deleteJobKeys,
  deleteJobs,
  insertJobKeys,
  insertJobs,
  insertNewJobs,
  insertPipelines,
  type JobKey,
  lockJobKeys,
  selectBounds,
  selectJobs,
  selectPipelineIds,
  updateJobKeys,
  updateJobs,
} from './queries.ts'
import { applyQuota, type Growth, growthOf, isOver, type QuotaState } from './quota.ts'
import { type JobRow, stateOfStored } from './stored-job.ts'

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
  // Locks are taken in the same order everywhere, or two batches could wait for each other: pipelines, new keys, old keys.
  const asked = Promise.all([
    selectBounds(sql, organizationId),
    findOrMakePipelines(sql, organizationId, [...new Set(jobs.map((job) => job.pipeline))]),
  ])
  // Meanwhile: most jobs are new, and then this is what they are.
  const alone = new Map(jobs.map((job) => [job.id, foldEvents(null, job)]))
  const [{ quota, keptFrom }, pipelines] = await asked
  const [old, recent] = splitByTime(jobs, alone, keptFrom)
  const batch = { jobs: recent, alone, pipelines, isLimited: quota !== null }
  const merged = recent.length > 0 ? await mergeWithStored(sql, organizationId, batch) : []
  const kept = refuseBeyondRetention([...merged, ...old], keptFrom)
  const outcomes = quota ? await keepQuota(sql, organizationId, kept, quota) : kept
  const changed = outcomes.filter(isChanged)
  if (changed.length === 0) return { outcomes, uncounted: null }
  await writeJobs(sql, organizationId, changed, pipelines)
  const growth = growthOf(changed)
  if (growth.jobs === 0 && growth.bytes === 0) return { outcomes, uncounted: null }
  if (!quota) return { outcomes, uncounted: growth }
  const total = await addGrowth(sql, organizationId, growth, { isHasty: false })
  if (growth.jobs > 0 && isOver(quota, total)) throw new Overtaken()
  return { outcomes, uncounted: null }
}

/** Jobs that stand too early whatever is known of them, which are not even looked up, and the others. */
function splitByTime(jobs: JobEvents[], alone: Map<string, Folded>, keptFrom: Date | null): [Outcome[], JobEvents[]] {
  if (keptFrom === null) return [[], jobs]
  const isOld = (job: JobEvents) => alone.get(job.id)!.state.at < keptFrom
  const old = jobs.filter(isOld).map((job): Outcome => {
    return { job, folded: alone.get(job.id)!, known: null, keyAt: null, isWritten: false }
  })
  return [old, jobs.filter((job) => !isOld(job))]
}

async function keepQuota(sql: Sql, organizationId: number, merged: Outcome[], quota: QuotaState): Promise<Outcome[]> {
  const outcomes = applyQuota(merged, quota)
  const refused = outcomes.filter((outcome, index) => outcome !== merged[index] && !outcome.keyAt)
  const ids = refused.map(({ job }) => job.id)
  if (ids.length > 0) await deleteJobKeys(sql, organizationId, ids)
  return outcomes
}

interface Batch {
  jobs: JobEvents[]
  /** What the events of each job make of it when it is new, by its id. */
  alone: Map<string, Folded>
  /** Ids of the pipelines by key. */
  pipelines: Map<string, number>
  /** Whether new jobs may be refused after all: then only their keys are made yet. */
  isLimited: boolean
}

/**
 * Locks the jobs of the batch and merges it with what is known of them. New ones are written at once: they cost one
 * statement, for all of them.
 */
async function mergeWithStored(sql: Sql, organizationId: number, batch: Batch): Promise<Outcome[]> {
  const { jobs, alone, pipelines, isLimited } = batch
  const rows = jobs.map((job) => rowOf(job, alone.get(job.id)!, pipelines))
  const make = isLimited ? insertJobKeys : insertNewJobs
  const { made, locked } = await makeOrLock(sql, organizationId, rows, make)
  // Read after locking: a statement sees what was committed when it began.
  const known = locked.length > 0 ? await selectJobs(sql, organizationId, locked) : []
  const keyAt = new Map(locked.map((key) => [key.id, key.at]))
  const stored = new Map(known.map((row) => [row.id, stateOfStored(row)]))
  return jobs.map((job): Outcome => {
    const state = stored.get(job.id) ?? null
    const folded = state ? foldEvents(state, job) : alone.get(job.id)!
    const isWritten = !isLimited && made.has(job.id)
    return { job, folded, known: state, keyAt: keyAt.get(job.id) ?? null, isWritten }
  })
}

function rowOf(job: JobEvents, { state }: Folded, pipelines: Map<string, number>): JobRow {
  return { id: job.id, pipelineId: pipelines.get(job.pipeline)!, externalId: job.externalId, state }
}

/** Ids by key. They are looked up first, because an insert that finds nothing to do would still use up numbers. */
async function findOrMakePipelines(sql: Sql, organizationId: number, keys: string[]): Promise<Map<string, number>> {
  const found = await selectPipelineIds(sql, organizationId, keys)
  const ids = new Map(found.map((row) => [row.key, row.id]))
  const missing = keys.filter((key) => !ids.has(key))
  if (missing.length === 0) return ids
  await insertPipelines(sql, organizationId, missing)
  for (const row of await selectPipelineIds(sql, organizationId, missing)) ids.set(row.key, row.id)
  return ids
}

interface Keys {
  made: Set<string>
  locked: JobKey[]
}

/** Makes what is new, and locks the keys of the others, which come back with where they stand. */
async function makeOrLock(sql: Sql, organizationId: number, rows: JobRow[], make: typeof insertJobKeys): Promise<Keys> {
  const made = new Set(await make(sql, organizationId, rows))
  const others = rows.filter((row) => !made.has(row.id))
  if (others.length === 0) return { made, locked: [] }
  const locked = await lockJobKeys(
    sql,
    organizationId,
    others.map((row) => row.id),
  )
  if (locked.length === others.length) return { made, locked }
  // Some were deleted between the two statements: these are new now.
  const found = new Set(locked.map((key) => key.id))
  const rest = await makeOrLock(
    sql,
    organizationId,
    others.filter((row) => !found.has(row.id)),
    make,
  )
  return { made: new Set([...made, ...rest.made]), locked: [...locked, ...rest.locked] }
}

async function writeJobs(sql: Sql, organizationId: number, changed: Outcome[], pipelines: Map<string, number>) {
  const stays = ({ known, folded }: Outcome) => known?.at.getTime() === folded.state.at.getTime()
  const rowsOf = (outcomes: Outcome[]) => outcomes.map(({ job, folded }) => rowOf(job, folded, pipelines))
  const updates = rowsOf(changed.filter(stays))
  const inserts = rowsOf(changed.filter((outcome) => !outcome.isWritten && !stays(outcome)))
  const moved = changed.flatMap((outcome) => {
    return outcome.known && !stays(outcome) ? [{ id: outcome.job.id, at: outcome.known.at }] : []
  })
  const movedKeys = changed.flatMap(({ job, folded, keyAt }) => {
    return keyAt && keyAt.getTime() !== folded.state.at.getTime() ? [{ id: job.id, at: folded.state.at }] : []
  })
  if (moved.length > 0) await deleteJobs(sql, organizationId, moved)
  if (inserts.length > 0) await insertJobs(sql, organizationId, inserts)
  if (updates.length > 0) await updateJobs(sql, organizationId, updates)
  if (movedKeys.length > 0) await updateJobKeys(sql, organizationId, movedKeys)
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
