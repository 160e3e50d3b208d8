import type { Sql } from '../db/client.ts'
import { deleteJobKeys, deleteForgottenJobs, lockJobKeys, selectForgettableJobs, subtractStorage } from './queries.ts'
import { stateOfStored } from './stored-job.ts'
import { storedBytes } from './stored-bytes.ts'

/** Jobs that are deleted at once. */
const AT_ONCE = 1_000

/**
 * Deletes the oldest of the jobs of before, with their keys, and subtracts exactly what they counted for the quota of stored
 * bytes. Their hours are not marked: rollups of them stay. So hours that are marked are left alone until they are counted.
 * Call it again until it returns false: then there are no more. In a transaction that nobody else marks hours in meanwhile.
 */
export async function forgetJobs(sql: Sql, organizationId: number, before: Date): Promise<boolean> {
  const found = await selectForgettableJobs(sql, organizationId, { before, limit: AT_ONCE })
  if (found.length === 0) return false
  // Writers lock keys first, too.
  const ids = found.map(({ id }) => id)
  await lockJobKeys(sql, organizationId, ids)
  const gone = await deleteForgottenJobs(sql, organizationId, found)
  await deleteJobKeys(
    sql,
    organizationId,
    gone.map(({ id }) => id),
  )
  const bytes = gone.reduce((sum, job) => sum + storedBytes(job.externalId, stateOfStored(job)), 0)
  await subtractStorage(sql, organizationId, { jobs: gone.length, bytes })
  return found.length === AT_ONCE
}
