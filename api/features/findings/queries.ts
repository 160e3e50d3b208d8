import type { Sql } from '../../db/client.ts'

interface EarlierRuns {
  pipelineId: number
  since: Date
  before: Date
  limit: number
}

/** A run with the times that it took, in milliseconds. */
export interface EarlierRun {
  at: Date
  durationMs: number
  queueMs: number | null
}

/** Runs of a pipeline that succeeded, the newest ones before a moment. */
export async function selectEarlierRuns(
  sql: Sql,
  organizationId: number,
  { pipelineId, since, before, limit }: EarlierRuns,
): Promise<EarlierRun[]> {
  return sql<EarlierRun[]>`
    /* selectEarlierRuns */
    select at, duration_ms, queue_ms from jobs
    where organization_id = ${organizationId} and pipeline_id = ${pipelineId} and at >= ${since} and at < ${before}
      and status = 'SUCCEEDED' and duration_ms is not null
    order by at desc
    limit ${limit}`
}
