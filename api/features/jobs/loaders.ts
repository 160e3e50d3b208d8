import DataLoader from 'dataloader'
import { type Context, reachFor, perRequest } from '../../schema/context.ts'
import type { JobRow } from './job-row.ts'
import { findJobs, lastJobs, neighbours } from './queries.ts'

/**
 * Each of these joins the look-ups of one moment into one statement, so that a page of any size costs the same number of
 * them. They remember nothing: a subscription's context lives as long as the subscription, and jobs change.
 */
const FORGETFUL = { cache: false }

/** Jobs by id, in small letters. Null for an id that the organization has no job for. */
export const jobById = perRequest(
  (context: Context) =>
    new DataLoader<string, JobRow | null>(async (ids) => {
      const rows = await findJobs(context.sql, reachFor('jobs.read', context), distinct(ids))
      return inOrder(ids, new Map(rows.map((row) => [row.id, row])))
    }, FORGETFUL),
)

/** The latest job of a pipeline, by the pipeline's internal id. Null when it has none. */
export const lastJobOf = perRequest(
  (context: Context) =>
    new DataLoader<number, JobRow | null>(async (pipelines) => {
      const rows = await lastJobs(context.sql, reachFor('jobs.read', context), distinct(pipelines))
      return inOrder(pipelines, new Map(rows.map((row) => [row.pipelineId, row])))
    }, FORGETFUL),
)

/** The job before another one in time, in the same pipeline. Null for the first one. */
export const previousJobOf = perRequest((context: Context) => neighbourLoader(context, 'previous'))
/** The job after another one in time, in the same pipeline. Null for the last one. */
export const nextJobOf = perRequest((context: Context) => neighbourLoader(context, 'next'))

function neighbourLoader(context: Context, side: 'previous' | 'next') {
  return new DataLoader<JobRow, JobRow | null>(async (jobs) => {
    const rows = await neighbours(context.sql, reachFor('jobs.read', context), distinct(jobs), side)
    return inOrder(
      jobs.map((job) => job.id),
      new Map(rows.map((row) => [row.of, row])),
    )
  }, FORGETFUL)
}

function distinct<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)]
}

function inOrder<Key, Value>(keys: readonly Key[], found: ReadonlyMap<Key, Value>): (Value | null)[] {
  return keys.map((key) => found.get(key) ?? null)
}
