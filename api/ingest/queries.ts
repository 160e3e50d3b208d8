import type { Fragment, Sql } from '../db/client.ts'
import { arrayText } from '../db/array-text.ts'
import { errorCode } from '../lib/error-code.ts'
import type { Bounds, Growth, QuotaState } from './quota.ts'
import { columnsOf, type JobRow, type StoredJob } from './stored-job.ts'

/** A job with the moment at which it stands. */
export interface JobKey {
  id: string
  at: Date
}

export async function selectPipelineIds(sql: Sql, organizationId: number, keys: string[]) {
  return sql<{ id: number; key: string }[]>`
    /* selectPipelineIds */
    select id, key from pipelines
    where organization_id = ${organizationId} and key = any(${arrayText(keys)}::text::text[])`
}

/** Makes pipelines that do not exist yet, in key order, so that two writers cannot wait for each other in a circle. */
export async function insertPipelines(sql: Sql, organizationId: number, keys: string[]) {
  await sql`
    /* insertPipelines */
    insert into pipelines (organization_id, key, name)
    select ${organizationId}, key, key from unnest(${arrayText(keys)}::text::text[]) as made (key)
    order by key
    on conflict do nothing`
}

/**
 * Makes the keys of jobs that are all new, in key order, and returns the ids of the others: none. Throws when there are some,
 * which `isKnownKey` tells. No key may be there twice.
 */
export async function insertNewJobKeys(sql: Sql, organizationId: number, keys: JobKey[]): Promise<string[]> {
  await sql`
    /* insertNewJobKeys */
    insert into job_keys (organization_id, job_id, at)
    select ${organizationId}, id, at from ${keyRows(sql, keys)}
    order by id`
  return []
}

/** Whether an error says that `insertNewJobKeys` found a key that is there already. */
export function isKnownKey(error: unknown): boolean {
  const table = (error as { table_name?: unknown } | null)?.table_name
  return errorCode(error) === UNIQUE_VIOLATION && table === 'job_keys'
}

const UNIQUE_VIOLATION = '23505'

/** Makes the keys of jobs that are new, in key order, and returns the ids of the others. No key may be there twice. */
export async function insertJobKeys(sql: Sql, organizationId: number, keys: JobKey[]): Promise<string[]> {
  const [row] = await sql<{ others: string[] | null }[]>`
    /* insertJobKeys */
    with sent as materialized (select id, at from ${keyRows(sql, keys)}), made as (
      insert into job_keys (organization_id, job_id, at)
      select ${organizationId}, id, at from sent
      order by id
      on conflict do nothing
      returning job_id
    )
    select array_agg(id) as others from sent where id not in (select job_id from made)`
  return row!.others ?? []
}

/** Locks the keys of jobs until the end of the transaction, in key order. */
export async function lockJobKeys(sql: Sql, organizationId: number, ids: string[]) {
  return sql<JobKey[]>`
    /* lockJobKeys */
    select job_id as id, at from job_keys
    where organization_id = ${organizationId} and job_id = any(${arrayText(ids)}::text::uuid[])
    order by job_id
    for update`
}

export async function updateJobKeys(sql: Sql, organizationId: number, keys: JobKey[]) {
  await sql`
    /* updateJobKeys */
    update job_keys set at = moved.at from ${keyRows(sql, keys)} as moved
    where job_keys.organization_id = ${organizationId} and job_keys.job_id = moved.id`
}

export async function selectJobs(sql: Sql, organizationId: number, keys: JobKey[]) {
  return sql<StoredJob[]>`
    /* selectJobs */
    select jobs.id, status, attempt, revision, queued_at, started_at, finished_at, cost, currency, trigger, error,
           labels, metrics, earlier_attempts, assumed_times
    from ${keyRows(sql, keys)} as wanted
    join jobs on ${isThatJob(sql, organizationId, keys, sql`wanted`)}`
}

/** Deletes jobs, and marks their hours: no trigger does that (migrations/000006_rollups.sql). */
export async function deleteJobs(sql: Sql, organizationId: number, keys: JobKey[]) {
  await sql`
    /* deleteJobs */
    with deleted as (
      delete from jobs using ${keyRows(sql, keys)} as gone
      where ${isThatJob(sql, organizationId, keys, sql`gone`)}
      returning jobs.organization_id, jobs.at
    )
    insert into changed_hours (organization_id, hour)
    select distinct organization_id, date_bin('1 hour', at, 'epoch') from deleted`
}

export async function insertJobs(sql: Sql, organizationId: number, rows: JobRow[]) {
  await sql`
    /* insertJobs */
    insert into jobs (organization_id, at, id, pipeline_id, status, attempt, revision, queued_at, started_at, finished_at,
                      queue_ms, duration_ms, cost, currency, external_id, trigger, error, labels, metrics, earlier_attempts,
                      assumed_times)
    select ${organizationId}, at, id, pipeline_id, status, attempt, revision, queued_at, started_at, finished_at,
           queue_ms, duration_ms, cost, currency, external_id, trigger, error, labels, metrics, earlier_attempts, assumed_times
    from ${jobRows(sql, rows)}`
}

/** Changes jobs whose `at` stays the same. A row of a hypertable cannot move to another chunk: delete and insert it. */
export async function updateJobs(sql: Sql, organizationId: number, rows: JobRow[]) {
  const keys = rows.map((row) => ({ id: row.id, at: row.state.at }))
  await sql`
    /* updateJobs */
    update jobs set
      status = new.status, attempt = new.attempt, revision = new.revision, queued_at = new.queued_at,
      started_at = new.started_at, finished_at = new.finished_at, queue_ms = new.queue_ms, duration_ms = new.duration_ms,
      cost = new.cost, currency = new.currency, trigger = new.trigger, error = new.error, labels = new.labels,
      metrics = new.metrics, earlier_attempts = new.earlier_attempts, assumed_times = new.assumed_times,
      changed_at = now()
    from ${jobRows(sql, rows)} as new
    where ${isThatJob(sql, organizationId, keys, sql`new`)}`
}

/** The range of `at` names the chunks to look into; the equality alone would leave that to the execution. */
function isThatJob(sql: Sql, organizationId: number, keys: JobKey[], other: Fragment): Fragment {
  let first = Infinity
  let last = -Infinity
  for (const { at } of keys) {
    first = Math.min(first, at.getTime())
    last = Math.max(last, at.getTime())
  }
  return sql`jobs.organization_id = ${organizationId} and jobs.at = ${other}.at and jobs.id = ${other}.id
    and jobs.at between ${new Date(first)} and ${new Date(last)}`
}

/**
 * Moments travel as milliseconds: that is less to write and to read than text. `unnest` stands in the list of what is
 * selected, because in `from` several arrays are copied into a table of their own first, at twice the cost.
 */
function keyRows(sql: Sql, keys: JobKey[]): Fragment {
  return sql`(
    select id, 'epoch'::timestamptz + ms * '1 ms'::interval as at
    from (
      select unnest(${arrayText(keys.map((key) => key.id))}::text::uuid[]) as id,
             unnest(${arrayText(keys.map((key) => key.at.getTime()))}::text::bigint[]) as ms
    ) as sent)`
}

/** Json travels as text: PostgreSQL reads an array of json twice as slowly as one of text and then each text as json. */
function jobRows(sql: Sql, rows: JobRow[]): Fragment {
  const sent = columnsOf(rows)
  return sql`(
    select 'epoch'::timestamptz + at * '1 ms'::interval as at, id, pipeline_id, status, attempt, revision,
           'epoch'::timestamptz + queued * '1 ms'::interval as queued_at,
           'epoch'::timestamptz + started * '1 ms'::interval as started_at,
           'epoch'::timestamptz + finished * '1 ms'::interval as finished_at,
           started - queued as queue_ms, finished - started as duration_ms,
           cost, currency, external_id, trigger, error, labels::jsonb as labels, metrics::jsonb as metrics,
           earlier_attempts::jsonb as earlier_attempts, assumed::text[] as assumed_times
    from (
      select unnest(${sent.at}::text::bigint[]) as at, unnest(${sent.id}::text::uuid[]) as id,
             unnest(${sent.pipelineId}::text::integer[]) as pipeline_id,
             unnest(${sent.status}::text::job_status[]) as status, unnest(${sent.attempt}::text::smallint[]) as attempt,
             unnest(${sent.revision}::text::integer[]) as revision, unnest(${sent.queuedAt}::text::bigint[]) as queued,
             unnest(${sent.startedAt}::text::bigint[]) as started, unnest(${sent.finishedAt}::text::bigint[]) as finished,
             unnest(${sent.cost}::text::numeric[]) as cost, unnest(${sent.currency}::text::text[]) as currency,
             unnest(${sent.externalId}::text::text[]) as external_id, unnest(${sent.trigger}::text::text[]) as trigger,
             unnest(${sent.error}::text::text[]) as error, unnest(${sent.labels}::text::text[]) as labels,
             unnest(${sent.metrics}::text::text[]) as metrics,
             unnest(${sent.earlierAttempts}::text::text[]) as earlier_attempts,
             unnest(${sent.assumedTimes}::text::text[]) as assumed
    ) as sent)`
}

/** Takes back keys of jobs that are not written after all. */
export async function deleteJobKeys(sql: Sql, organizationId: number, ids: string[]) {
  await sql`
    /* deleteJobKeys */
    delete from job_keys where organization_id = ${organizationId} and job_id = any(${arrayText(ids)}::text::uuid[])`
}

/** What bounds the jobs of an organization. Days are in UTC. */
export async function selectBounds(sql: Sql, organizationId: number): Promise<Bounds> {
  const [row] = await sql<(QuotaState & { keptFrom: Date | null })[]>`
    /* selectBounds */
    select jobs_a_day, stored_bytes, coalesce(jobs.jobs, 0) as jobs, coalesce(bytes, 0) as bytes,
           (date_trunc('day', now() at time zone 'UTC') + interval '1 day') at time zone 'UTC' as resets_at,
           jobs_kept_from as kept_from
    from organizations
    left join organization_quotas as quotas on quotas.organization_id = organizations.id
    left join organization_usage as jobs
      on jobs.organization_id = organizations.id and day = (now() at time zone 'UTC')::date
    left join organization_storage as storage on storage.organization_id = organizations.id
    left join organization_retention as retention on retention.organization_id = organizations.id
    where organizations.id = ${organizationId}`
  if (!row) return { quota: null, keptFrom: null }
  const { keptFrom, ...quota } = row
  const isLimited = quota.jobsADay !== null || quota.storedBytes !== null
  return { quota: isLimited ? quota : null, keptFrom }
}

/**
 * Adds to what an organization has, and returns what it has then. It locks a row that all writers of the organization need,
 * until the end of the transaction: make it the last statement. `isHasty`: the commit does not wait for the disk, so that
 * the lock is held for no time to speak of; a crash of the database may lose it.
 */
export async function addGrowth(
  sql: Sql,
  organizationId: number,
  growth: Growth,
  { isHasty }: { isHasty: boolean },
): Promise<Growth> {
  const hasty = isHasty ? sql`where set_config('synchronous_commit', 'off', true) = 'off'` : sql``
  const [row] = await sql<Growth[]>`
    /* addGrowth */
    with today as (
      insert into organization_usage as today (organization_id, day, jobs)
      values (${organizationId}, (now() at time zone 'UTC')::date, ${growth.jobs})
      on conflict (organization_id, day) do update set jobs = today.jobs + excluded.jobs
      returning jobs
    )
    insert into organization_storage as stored (organization_id, jobs, bytes)
    select ${organizationId}, ${growth.jobs}, ${growth.bytes} ${hasty}
    on conflict (organization_id) do update
      set jobs = stored.jobs + excluded.jobs, bytes = stored.bytes + excluded.bytes
    returning (select jobs from today) as jobs, bytes`
  return row!
}

/** The oldest jobs of before, but those of hours whose rollups are out of date. */
export async function selectForgettableJobs(
  sql: Sql,
  organizationId: number,
  { before, limit }: { before: Date; limit: number },
): Promise<JobKey[]> {
  return sql<JobKey[]>`
    /* selectForgettableJobs */
    select id, at from jobs
    where organization_id = ${organizationId} and at < ${before}
      and date_bin('1 hour', at, 'epoch') not in (select hour from changed_hours where organization_id = ${organizationId})
    order by at
    limit ${limit}`
}

/** Deletes jobs without marking their hours, and returns what they were. */
export async function deleteForgottenJobs(sql: Sql, organizationId: number, keys: JobKey[]) {
  return sql<(StoredJob & { externalId: string })[]>`
    /* deleteForgottenJobs */
    delete from jobs using ${keyRows(sql, keys)} as gone
    where ${isThatJob(sql, organizationId, keys, sql`gone`)}
    returning jobs.id, status, attempt, revision, queued_at, started_at, finished_at, cost, currency, trigger, error,
      labels, metrics, earlier_attempts, assumed_times, external_id`
}

/** Never below nothing: jobs from before there were quotas were counted in another way. */
export async function subtractStorage(sql: Sql, organizationId: number, { jobs, bytes }: Growth): Promise<void> {
  await sql`
    /* subtractStorage */
    update organization_storage set jobs = greatest(jobs - ${jobs}, 0), bytes = greatest(bytes - ${bytes}, 0)
    where organization_id = ${organizationId}`
}
