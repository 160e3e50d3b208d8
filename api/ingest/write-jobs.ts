import { setImmediate } from 'node:timers/promises'
import type { Sql } from '../db/client.ts'
import { awaitedLater } from '../lib/awaited-later.ts'
import type { Outcome } from './outcome.ts'
import { deleteJobs, insertJobs, updateJobKeys, updateJobs } from './queries.ts'
import type { JobRow } from './stored-job.ts'

/** Rows of one insert: with fewer, what each statement costs by itself outweighs what is gained. */
const PIECE = 1000

/** Writes jobs whose keys are locked. `pipelines` has the id of each of their pipelines. */
export async function writeJobs(sql: Sql, organizationId: number, changed: Outcome[], pipelines: Map<string, number>) {
  const rowOf = (outcome: Outcome) => toRow(outcome, pipelines)
  const stays = ({ known, folded }: Outcome) => known?.at.getTime() === folded.state.at.getTime()
  const updates = changed.filter(stays).map(rowOf)
  const inserts = changed.filter((outcome) => !stays(outcome)).map(rowOf)
  const moved = changed.flatMap((outcome) => {
    return outcome.known && !stays(outcome) ? [{ id: outcome.job.id, at: outcome.known.at }] : []
  })
  const movedKeys = changed.flatMap(({ job, folded, keyAt }) => {
    return keyAt && keyAt.getTime() !== folded.state.at.getTime() ? [{ id: job.id, at: folded.state.at }] : []
  })
  if (moved.length > 0) await deleteJobs(sql, organizationId, moved)
  await insertInPieces(sql, organizationId, inserts)
  if (updates.length > 0) await updateJobs(sql, organizationId, updates)
  if (movedKeys.length > 0) await updateJobKeys(sql, organizationId, movedKeys)
}

/** Writes jobs whose keys are being made: sent after `insertNewJobKeys`, without its answer. */
export async function writeNewJobs(sql: Sql, organizationId: number, jobs: Outcome[], pipelines: Map<string, number>) {
  const rows = jobs.map((outcome) => toRow(outcome, pipelines))
  await insertInPieces(sql, organizationId, rows)
}

function toRow({ job, folded }: Outcome, pipelines: Map<string, number>): JobRow {
  return { id: job.id, pipelineId: pipelines.get(job.pipeline)!, externalId: job.externalId, state: folded.state }
}

/** While the database writes one piece, the next one is made: neither waits for the other. */
async function insertInPieces(sql: Sql, organizationId: number, rows: JobRow[]) {
  const running: Promise<void>[] = []
  for (let from = 0; from < rows.length; from += PIECE) {
    running.push(awaitedLater(insertJobs(sql, organizationId, rows.slice(from, from + PIECE))))
    // A turn of the event loop, in which it is sent.
    await setImmediate()
  }
  await Promise.all(running)
}
