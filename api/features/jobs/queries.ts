import type { Fragment, Sql } from '../../db/client.ts'
import { type Reach, withinPipelines } from '../../db/reach.ts'
import type { ResolvedJobFilter } from './job-filter.ts'
import type { JobOrder, JobPlace } from './job-order.ts'
import type { JobRow } from './job-row.ts'

/** Which jobs, and which part of their list. */
export interface JobRequest {
  filter: ResolvedJobFilter
  order: JobOrder
  after: JobPlace | null
  before: JobPlace | null
  /** True: read from the end of the list, last job first. */
  backward: boolean
  limit: number
  /** Names of the fields that are asked for: the others of a job are not read. Null: all are. */
  fields: ReadonlySet<string> | null
}

/** Up to this many pipelines are read one by one and merged; of more, the list of all jobs is filtered. */
const MOST_BRANCHES = 100

/**
 * The jobs that a filter keeps, as a condition on `j`: the one meaning of `JobFilter`, for lists, counts and live changes.
 *
 * A status filter without SUCCEEDED says so in the words of the partial index jobs_not_succeeded, and a duration is compared
 * in the words of the index jobs_duration: the planner recognises them by their words only.
 */
export function jobsWhere(sql: Sql, reach: Reach, filter: ResolvedJobFilter): Fragment {
  const { statuses, pipelineKeys, triggers, labels, pattern, from, to, durationMs, queueMs } = filter
  const conditions = [sql`j.organization_id = ${reach.organizationId}`, withinPipelines(sql, reach, sql`j.pipeline_id`)]
  if (statuses?.length === 1) conditions.push(sql`j.status = ${statuses[0]!}::job_status`)
  else if (statuses) conditions.push(sql`j.status = any(${statuses}::text[]::job_status[])`)
  if (statuses && !statuses.includes('SUCCEEDED')) conditions.push(sql`j.status <> 'SUCCEEDED'`)
  if (pipelineKeys) {
    conditions.push(sql`j.pipeline_id = any(array(
      select id from pipelines where organization_id = ${reach.organizationId} and key = any(${pipelineKeys}::text[])))`)
  }
  if (triggers) conditions.push(sql`j.trigger = any(${triggers}::text[])`)
  for (const { name, value } of labels) conditions.push(sql`j.labels @> ${sql.json({ [name]: value })}`)
  if (pattern !== null) conditions.push(sql`(j.external_id ~ ${pattern} or j.error ~ ${pattern})`)
  if (from) conditions.push(sql`j.at >= ${from}`)
  if (to) conditions.push(sql`j.at < ${to}`)
  if (durationMs)
    conditions.push(sql`coalesce(j.duration_ms, -1) between ${durationMs.min}::bigint and ${durationMs.max}::bigint`)
  if (queueMs) conditions.push(sql`j.queue_ms between ${queueMs.min}::bigint and ${queueMs.max}::bigint`)
  return allOf(sql, conditions)
}

/**
 * A part of the list of jobs, in the direction of reading.
 *
 * Every page, the last one too, is read from an index in its order. In the order of time, a filter by several rare statuses
 * or several pipelines is read as one ordered list for each of them, and the heads of these lists are merged: filtering the
 * list of all jobs would read the whole of it for a pipeline that has not run for long.
 */
export async function listJobs(sql: Sql, reach: Reach, request: JobRequest): Promise<JobRow[]> {
  const { filter, limit } = request
  const keys = filter.pipelineKeys ?? reach.pipelines
  const ids = keys && (await pipelineIds(sql, reach, keys))
  if (ids?.length === 0) return []
  const split = splitOf(request, ids)
  const sorting = sortingOf(sql, request)

  const statuses = split === 'status' ? null : filter.statuses
  const conditions = [jobsWhere(sql, reach, { ...filter, pipelineKeys: null, statuses })]
  if (split === 'status') conditions.push(sql`j.status = branch.status and j.status <> 'SUCCEEDED'`)
  if (split === 'pipeline') conditions.push(sql`j.pipeline_id = branch.pipeline_id`)
  else if (ids?.length === 1) conditions.push(sql`j.pipeline_id = ${ids[0]!}`)
  else if (ids) conditions.push(sql`j.pipeline_id = any(${ids}::int[])`)
  const part = partOf(sql, request, conditions)
  const read = columns(sql, request.fields)
  if (!split) return sql<JobRow[]>`select ${read} from (${part}) j ${joinPipelines(sql)} order by ${sorting}`

  const branch =
    split === 'status'
      ? sql`unnest(${filter.statuses}::text[]::job_status[]) as branch (status)`
      : sql`unnest(${ids}::int[]) as branch (pipeline_id)`
  return sql<JobRow[]>`
    select ${read}
    from (
      select j.* from ${branch} cross join lateral (${part}) j order by ${sorting} limit ${limit}
    ) j ${joinPipelines(sql)}
    order by ${sorting}`
}

/** What to read one ordered list each of. Not pipelines with rare statuses: most of those lists would be read in vain. */
function splitOf({ order, filter }: JobRequest, pipelines: readonly number[] | null): 'status' | 'pipeline' | null {
  if (order.by === 'DURATION') return null
  if (filter.statuses && !filter.statuses.includes('SUCCEEDED')) return filter.statuses.length > 1 ? 'status' : null
  return pipelines && pipelines.length > 1 && pipelines.length <= MOST_BRANCHES ? 'pipeline' : null
}

/** The same part of the list of each of several pipelines, in one statement. */
export function listJobsOfPipelines(
  sql: Sql,
  reach: Reach,
  pipelines: readonly number[],
  request: JobRequest,
): Promise<JobRow[]> {
  const conditions = [jobsWhere(sql, reach, request.filter), sql`j.pipeline_id = branch.pipeline_id`]
  return sql<JobRow[]>`
    select ${columns(sql, request.fields)}
    from unnest(${[...pipelines]}::int[]) as branch (pipeline_id)
    cross join lateral (${partOf(sql, request, conditions)}) j ${joinPipelines(sql)}
    order by ${sortingOf(sql, request)}`
}

/** How many jobs a filter keeps. */
export async function countJobs(sql: Sql, reach: Reach, filter: ResolvedJobFilter): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*) as count from jobs j where ${jobsWhere(sql, reach, filter)}`
  return row!.count
}

/** How many jobs of each of several pipelines a filter keeps. A pipeline without any is left out. */
export function countJobsOfPipelines(
  sql: Sql,
  reach: Reach,
  pipelines: readonly number[],
  filter: ResolvedJobFilter,
): Promise<{ pipelineId: number; count: number }[]> {
  return sql<{ pipelineId: number; count: number }[]>`
    select j.pipeline_id, count(*) as count
    from jobs j
    where ${jobsWhere(sql, reach, filter)} and j.pipeline_id = any(${[...pipelines]}::int[])
    group by j.pipeline_id`
}

/** The jobs with these ids, in no order. Ids that the organization has no job for are left out. */
export function findJobs(sql: Sql, reach: Reach, ids: readonly string[]): Promise<JobRow[]> {
  return sql<JobRow[]>`
    select ${columns(sql)}
    from job_keys k
    join jobs j on j.organization_id = k.organization_id and j.at = k.at and j.id = k.job_id ${joinPipelines(sql)}
    where k.organization_id = ${reach.organizationId} and k.job_id = any(${[...ids]}::uuid[])
      and ${withinPipelines(sql, reach, sql`j.pipeline_id`)}`
}

/** Jobs that were told to have changed: their ids, and the stretch of time that they lie in, both ends included. */
export interface ChangedJobs {
  ids: readonly string[]
  from: Date
  to: Date
}

/** Those of the changed jobs that a filter keeps, in the order in which they changed. */
export function findChangedJobs(
  sql: Sql,
  reach: Reach,
  changed: ChangedJobs,
  filter: ResolvedJobFilter,
): Promise<JobRow[]> {
  // The stretch of time only tells TimescaleDB where to look. Its end is a Date, and those have no microseconds.
  return sql<JobRow[]>`
    select ${columns(sql)}
    from job_keys k
    join jobs j on j.organization_id = k.organization_id and j.at = k.at and j.id = k.job_id ${joinPipelines(sql)}
    where k.organization_id = ${reach.organizationId} and k.job_id = any(${[...changed.ids]}::uuid[])
      and j.at >= ${changed.from} and j.at < ${changed.to}::timestamptz + interval '1 millisecond'
      and ${jobsWhere(sql, reach, filter)}
    order by j.changed_at, j.id`
}

/** The latest job of each of these pipelines. A pipeline without jobs is left out. */
export function lastJobs(sql: Sql, reach: Reach, pipelines: readonly number[]): Promise<JobRow[]> {
  return sql<JobRow[]>`
    select ${columns(sql)}
    from unnest(${[...pipelines]}::int[]) as branch (pipeline_id)
    cross join lateral (
      select j.* from jobs j
      where j.organization_id = ${reach.organizationId} and j.pipeline_id = branch.pipeline_id
        and ${withinPipelines(sql, reach, sql`j.pipeline_id`)}
      order by j.at desc, j.id desc
      limit 1
    ) j ${joinPipelines(sql)}`
}

/** The job before (or after) each of these in time, within its pipeline, as `of` says. Where there is none, it is left out. */
export function neighbours(
  sql: Sql,
  reach: Reach,
  jobs: readonly Pick<JobRow, 'id' | 'pipelineId' | 'at'>[],
  side: 'previous' | 'next',
): Promise<(JobRow & { of: string })[]> {
  const place = sql`place.at::timestamptz`
  const beyond =
    side === 'previous'
      ? sql`(j.at, j.id) < (${place}, place.id) and j.at <= ${place} order by j.at desc, j.id desc`
      : sql`(j.at, j.id) > (${place}, place.id) and j.at >= ${place} order by j.at, j.id`
  const ids = jobs.map((job) => job.id)
  const times = jobs.map((job) => job.at)
  const pipelines = jobs.map((job) => job.pipelineId)
  return sql<(JobRow & { of: string })[]>`
    select place.id as of, ${columns(sql)}
    from unnest(${ids}::uuid[], ${times}::text[], ${pipelines}::int[]) as place (id, at, pipeline_id)
    cross join lateral (
      select j.* from jobs j
      where j.organization_id = ${reach.organizationId} and j.pipeline_id = place.pipeline_id
        and ${withinPipelines(sql, reach, sql`j.pipeline_id`)} and ${beyond}
      limit 1
    ) j ${joinPipelines(sql)}`
}

async function pipelineIds(sql: Sql, reach: Reach, keys: readonly string[]): Promise<number[]> {
  const rows = await sql<{ id: number }[]>`
    select id from pipelines
    where organization_id = ${reach.organizationId} and key = any(${[...keys]}::text[])
      and ${withinPipelines(sql, reach, sql`id`)}`
  return rows.map((row) => row.id)
}

/** The first `limit` jobs that meet the conditions, from the cursor on. */
function partOf(sql: Sql, request: JobRequest, conditions: readonly Fragment[]): Fragment {
  const { order, after, before, filter, limit } = request
  const all = [...conditions]
  if (after) all.push(beyond(sql, order, after, order.direction === 'DESC'))
  if (before) all.push(beyond(sql, order, before, order.direction === 'ASC'))
  const where = allOf(sql, all)
  if (order.by === 'DURATION' && filter.statuses?.every((status) => status === 'QUEUED' || status === 'RUNNING')) {
    // All of these have no duration yet, so they lie together at one end of its index. The planner takes them to be spread
    // evenly and may walk through it from the other end. They are few: `offset 0` makes it collect them first.
    return sql`select * from (select j.* from jobs j where ${where} offset 0) j order by ${sortingOf(sql, request)} limit ${limit}`
  }
  return sql`select j.* from jobs j where ${where} order by ${sortingOf(sql, request)} limit ${limit}`
}

/** The jobs on one side of a place. Row values, because PostgreSQL walks an index with them; the place itself is left out. */
function beyond(sql: Sql, order: JobOrder, { key, id }: JobPlace, smaller: boolean): Fragment {
  if (order.by === 'DURATION') {
    const place = sql`(${key}::text::bigint, ${id}::uuid)`
    return smaller
      ? sql`(coalesce(j.duration_ms, -1), j.id) < ${place}`
      : sql`(coalesce(j.duration_ms, -1), j.id) > ${place}`
  }
  // By way of text, or the driver would cut the microseconds off. The second condition says nothing new, but TimescaleDB
  // leaves chunks out by it.
  const at = sql`${key}::text::timestamptz`
  return smaller
    ? sql`(j.at, j.id) < (${at}, ${id}::uuid) and j.at <= ${at}`
    : sql`(j.at, j.id) > (${at}, ${id}::uuid) and j.at >= ${at}`
}

function sortingOf(sql: Sql, { order, backward }: JobRequest): Fragment {
  const descending = (order.direction === 'DESC') !== backward
  if (order.by === 'TIME') return descending ? sql`j.at desc, j.id desc` : sql`j.at, j.id`
  return descending ? sql`coalesce(j.duration_ms, -1) desc, j.id desc` : sql`coalesce(j.duration_ms, -1), j.id`
}

/** Pieces of SQL are objects that cost more than the text in them; those for the same fields are always the same. */
const columnsOf = new WeakMap<ReadonlySet<string>, Fragment>()

/**
 * What is read of a job: all of it, or only what these fields of `Job` and below need. Most of a row's weight is in columns
 * that a list rarely shows.
 */
function columns(sql: Sql, fields: ReadonlySet<string> | null = null): Fragment {
  const before = fields && columnsOf.get(fields)
  if (before) return before
  const unless = (names: string[], piece: Fragment) =>
    fields && !names.some((name) => fields.has(name)) ? sql`` : piece
  const times = sql`, j.queued_at::text, j.started_at::text, j.finished_at::text`
  const made = sql`
    j.id, j.pipeline_id, p.key as pipeline_key, p.name as pipeline_name, j.external_id, j.status, j.at::text,
    j.duration_ms, j.trigger
    ${unless(['queuedAt', 'startedAt', 'finishedAt', 'attempts'], times)}
    ${unless(['attempt', 'attempts'], sql`, j.attempt`)}
    ${unless(['error', 'attempts'], sql`, j.error, j.earlier_attempts`)}
    ${unless(['cost', 'queueMs', 'benchmark'], sql`, j.cost::float8 as cost, j.currency, j.queue_ms`)}
    ${unless(['labels'], sql`, j.labels`)}
    ${unless(['metrics'], sql`, j.metrics`)}
    ${unless(['changedAt', 'createdAt'], sql`, j.changed_at::text, p.created_at as pipeline_created_at`)}`
  if (fields) columnsOf.set(fields, made)
  return made
}

function joinPipelines(sql: Sql): Fragment {
  return sql`join pipelines p on p.organization_id = j.organization_id and p.id = j.pipeline_id`
}

function allOf(sql: Sql, conditions: readonly Fragment[]): Fragment {
  return conditions.reduce((left, right) => sql`${left} and ${right}`)
}
