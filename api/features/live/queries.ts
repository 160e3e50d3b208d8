import type { Sql } from '../../db/client.ts'
import { type Reach, withinPipelines } from '../../db/reach.ts'
import type { ChangedRows } from './watch-rows.ts'

/** Whether one of the jobs that changed is within reach. */
export async function isAnyWithin(sql: Sql, reach: Reach, { ids, from, to }: ChangedRows): Promise<boolean> {
  // The stretch of time only tells TimescaleDB where to look. Its end is a Date, and those have no microseconds.
  const [row] = await sql<{ isWithin: boolean }[]>`
    select exists (
      select from job_keys k
      join jobs j on j.organization_id = k.organization_id and j.at = k.at and j.id = k.job_id
      where k.organization_id = ${reach.organizationId} and k.job_id = any(${[...ids]}::uuid[])
        and j.at >= ${from} and j.at < ${to}::timestamptz + interval '1 millisecond'
        and ${withinPipelines(sql, reach, sql`j.pipeline_id`)}) as is_within`
  return row!.isWithin
}
