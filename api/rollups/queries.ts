import type { Sql } from '../db/client.ts'

/** All SQL that makes rollups. What they contain, and why hours are marked, is said in migrations/000006_rollups.sql. */

/** An hour of an organization whose rollup is out of date, or a day with such hours. */
export interface ChangedDay {
  organizationId: number
  /** Midnight in UTC. */
  day: Date
  /** Those to be counted again. */
  hours: Date[]
}

/** Days with hours that changed and have been quiet since `quietSince`, oldest first; null: also those that are not quiet. */
export async function selectChangedDays(
  sql: Sql,
  quietSince: Date | null,
  { organizationId, limit }: { organizationId: number | null; limit: number },
): Promise<ChangedDay[]> {
  return sql<ChangedDay[]>`
    /* selectChangedDays */
    select changed.organization_id, date_bin('1 day', hour, 'epoch') as day, array_agg(hour order by hour) as hours
    from (
      select organization_id, hour from changed_hours
      where organization_id = ${organizationId} or ${organizationId}::int is null
      group by organization_id, hour
      having max(marked_at) <= ${quietSince} or ${quietSince}::timestamptz is null
    ) as changed
    group by 1, 2
    order by 1, 2
    limit ${limit}`
}

/** Waits until nobody else makes rollups of the organization, and keeps others waiting until the transaction ends. */
export async function lockRollups(sql: Sql, organizationId: number): Promise<void> {
  await sql`/* lockRollups */ select pg_advisory_xact_lock(${LOCK}, ${organizationId})`
}

/** Any number, the same in all processes. */
const LOCK = 0x7ac406

/**
 * Plans the statements of this transaction for the values that they have. With a plan for any values, which a connection
 * makes when it has run a statement five times, TimescaleDB 2.19 on PostgreSQL 17 fails to count job_metrics_by_hour.
 */
export async function planForValues(sql: Sql): Promise<void> {
  await sql`/* planForValues */ select set_config('plan_cache_mode', 'force_custom_plan', true)`
}

/**
 * Takes the marks off these hours, and returns those that had any. What is counted afterwards in the same transaction sees
 * all that they stood for; a mark that is made meanwhile stays.
 */
export async function deleteMarks(sql: Sql, organizationId: number, hours: readonly Date[]): Promise<Date[]> {
  const marks = await sql<{ hour: Date }[]>`
    /* deleteMarks */
    with gone as (
      delete from changed_hours where organization_id = ${organizationId} and hour = any(${texts(hours)}::timestamptz[]) returning hour
    )
    select distinct hour from gone order by hour`
  return marks.map(({ hour }) => hour)
}

/** Leaves one mark of many on each hour that is written to all the time. */
export async function deleteNeedlessMarks(sql: Sql): Promise<void> {
  await sql`
    /* deleteNeedlessMarks */
    delete from changed_hours using (
      select organization_id, hour, max(id) as id from changed_hours
      group by organization_id, hour
      having count(*) > 100
    ) as newest
    where changed_hours.organization_id = newest.organization_id and changed_hours.hour = newest.hour
      and changed_hours.id < newest.id`
}

/**
 * Marks all hours of a range that have jobs or rollups, and returns how many: but not those whose jobs are not kept, of
 * which the rollups are all there is.
 */
export async function markHours(sql: Sql, organizationId: number, from: Date, to: Date): Promise<number> {
  const first = sql`greatest(date_bin('1 hour', ${from}::timestamptz, 'epoch'),
    (select jobs_kept_from from organization_retention where organization_id = ${organizationId}))`
  const [row] = await sql<{ count: number }[]>`
    /* markHours */
    with marked as (
      insert into changed_hours (organization_id, hour)
      select organization_id, date_bin('1 hour', at, 'epoch') from jobs
      where organization_id = ${organizationId} and at >= ${first} and at < ${to}
      union
      select organization_id, at from jobs_by_hour
      where organization_id = ${organizationId} and at >= ${first} and at < ${to}
      returning 1
    )
    select count(*) as count from marked`
  return row!.count
}

/** Counts the jobs of these hours again. They lie within one day. */
export async function countHours(sql: Sql, organizationId: number, hours: readonly Date[]): Promise<void> {
  const [from, to] = [hours[0]!, new Date(hours.at(-1)!.getTime() + HOUR_MS)]
  await sql`
    /* deleteJobsByHour */
    delete from jobs_by_hour where organization_id = ${organizationId} and at = any(${texts(hours)}::timestamptz[])`
  await sql`
    /* insertJobsByHour */
    insert into jobs_by_hour (organization_id, pipeline_id, at, status, currency, jobs,
      duration_jobs, duration_ms, durations, queue_jobs, queue_ms, queues, cost)
    select ${organizationId}, pipeline_id, at, status, currency, jobs,
      duration_jobs, duration_ms, histogram_of(duration_bins), queue_jobs, queue_ms, histogram_of(queue_bins), cost
    from (
      select coalesce(pipeline_id, 0) as pipeline_id, hour as at, status, coalesce(currency, '') as currency,
        count(*) as jobs, sum(cost) as cost,
        count(duration_ms) as duration_jobs, sum(duration_ms) as duration_ms,
        array_agg(histogram_bin(duration_ms)) filter (where duration_ms is not null) as duration_bins,
        count(queue_ms) as queue_jobs, sum(queue_ms) as queue_ms,
        array_agg(histogram_bin(queue_ms)) filter (where queue_ms is not null) as queue_bins
      from (
        select *, date_bin('1 hour', at, 'epoch') as hour from jobs
        where organization_id = ${organizationId} and at >= ${from} and at < ${to}
      ) as jobs
      where hour = any(${texts(hours)}::timestamptz[])
      group by grouping sets ((hour, status, coalesce(currency, ''), pipeline_id), (hour, status, coalesce(currency, '')))
    ) as counted`
  await sql`
    /* deleteJobMetricsByHour */
    delete from job_metrics_by_hour where organization_id = ${organizationId} and at = any(${texts(hours)}::timestamptz[])`
  await sql`
    /* insertJobMetricsByHour */
    insert into job_metrics_by_hour (organization_id, pipeline_id, at, name, reports,
      total, smallest, largest, last_at, last, spread)
    select ${organizationId}, pipeline_id, at, name, reports, total, smallest, largest, last_at, last, histogram_of(bins)
    from (
      select coalesce(pipeline_id, 0) as pipeline_id, hour as at, name, count(*) as reports,
        sum(value) as total, min(value)::float8 as smallest, max(value)::float8 as largest,
        max(at) as last_at, (array_agg(value order by at desc, value desc))[1]::float8 as last,
        array_agg(histogram_bin(value::float8)) as bins
      from (
        select at, date_bin('1 hour', at, 'epoch') as hour, pipeline_id, reported.key as name, reported.value::numeric
        from jobs cross join jsonb_each(metrics) as reported
        where organization_id = ${organizationId} and at >= ${from} and at < ${to}
      ) as jobs
      where hour = any(${texts(hours)}::timestamptz[])
      group by grouping sets ((hour, name, pipeline_id), (hour, name))
    ) as counted`
}

const HOUR_MS = 3_600_000

/** Adds up the hours of a day again. */
export async function countDay(sql: Sql, organizationId: number, day: Date): Promise<void> {
  const end = new Date(day.getTime() + 24 * HOUR_MS)
  await sql`
    /* deleteJobsByDay */
    delete from jobs_by_day where organization_id = ${organizationId} and at = ${day}`
  await sql`
    /* insertJobsByDay */
    insert into jobs_by_day (organization_id, pipeline_id, at, status, currency, jobs,
      duration_jobs, duration_ms, durations, queue_jobs, queue_ms, queues, cost)
    select organization_id, pipeline_id, ${day}, status, currency, sum(jobs),
      sum(duration_jobs), sum(duration_ms), merge_histograms(array_agg(durations)),
      sum(queue_jobs), sum(queue_ms), merge_histograms(array_agg(queues)), sum(cost)
    from jobs_by_hour
    where jobs_by_hour.organization_id = ${organizationId} and at >= ${day} and at < ${end}
    group by organization_id, pipeline_id, status, currency`
  await sql`
    /* deleteJobMetricsByDay */
    delete from job_metrics_by_day where organization_id = ${organizationId} and at = ${day}`
  await sql`
    /* insertJobMetricsByDay */
    insert into job_metrics_by_day (organization_id, pipeline_id, at, name, reports,
      total, smallest, largest, last_at, last, spread)
    select organization_id, pipeline_id, ${day}, name, sum(reports), sum(total), min(smallest), max(largest),
      max(last_at), (array_agg(last order by last_at desc, last desc))[1], merge_histograms(array_agg(spread))
    from job_metrics_by_hour
    where job_metrics_by_hour.organization_id = ${organizationId} and at >= ${day} and at < ${end}
    group by organization_id, pipeline_id, name`
}

/** Deletes the rollups of before a midnight in UTC. */
export async function deleteRollups(sql: Sql, organizationId: number, before: Date): Promise<void> {
  for (const table of ['jobs_by_hour', 'jobs_by_day', 'job_metrics_by_hour', 'job_metrics_by_day']) {
    await sql`
      /* deleteRollups */
      delete from ${sql(table)} where organization_id = ${organizationId} and at < ${before}`
  }
}

/** The driver takes an array of Dates for a single one. */
function texts(moments: readonly Date[]): string[] {
  return moments.map((moment) => moment.toISOString())
}
