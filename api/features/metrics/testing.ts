import { randomUUID } from 'node:crypto'
import type { Sql } from '../../db/client.ts'
import type { Kept, Reach } from '../../db/reach.ts'
import type { JobStatus } from '../../ingest/job-event.ts'

/** A job as a test wants it; the rest has plain values. */
export interface TestJob {
  at: Date
  /** Key of the pipeline. */
  pipeline: string
  status: JobStatus
  queueMs: number | null
  durationMs: number | null
  cost: number | null
  currency: string | null
  trigger: string | null
  labels: Record<string, string>
  metrics: Record<string, number>
}

/** A job with plain values where the test says nothing. */
export function testJob(job: Partial<TestJob> & { at: Date }): TestJob {
  const plain = { pipeline: 'etl', status: 'SUCCEEDED' as const, queueMs: null, durationMs: null }
  return { ...plain, cost: null, currency: null, trigger: null, labels: {}, metrics: {}, ...job }
}

/** Makes an organization and returns its id. */
export async function testOrganization(sql: Sql, name: string): Promise<number> {
  const [row] = await sql<{ id: number }[]>`insert into organizations (name) values (${name}) returning id`
  return row!.id
}

/** Puts jobs, and the pipelines they need, straight into the tables. A pipeline's name is its key in capitals. */
export async function insertJobs(sql: Sql, organizationId: number, jobs: readonly TestJob[]): Promise<void> {
  const keys = [...new Set(jobs.map((job) => job.pipeline))]
  await sql`
    insert into pipelines (organization_id, key, name)
    select ${organizationId}, key, upper(key) from unnest(${keys}::text[]) as key
    on conflict do nothing`
  const rows = JSON.stringify(jobs.map((job) => ({ ...job, id: randomUUID() })))
  await sql`
    insert into jobs (organization_id, at, id, pipeline_id, status, attempt, revision, queue_ms, duration_ms, cost, currency,
      external_id, trigger, labels, metrics)
    select ${organizationId}, j.at, j.id, p.id, j.status, 1, 0, j."queueMs", j."durationMs", j.cost, j.currency,
      j.id::text, j.trigger, j.labels, j.metrics
    from jsonb_to_recordset(${rows}::text::jsonb) as j (at timestamptz, id uuid, pipeline text, status job_status,
      "queueMs" bigint, "durationMs" bigint, cost numeric, currency text, trigger text, labels jsonb, metrics jsonb)
    join pipelines as p on p.organization_id = ${organizationId} and p.key = j.pipeline`
}

/** All that an organization has; nothing has been deleted but what lies before `kept`. */
export function reachOf(organizationId: number, kept: Partial<Kept> = {}): Reach {
  return { organizationId, pipelines: null, kept: { jobs: null, rollups: null, ...kept } }
}
