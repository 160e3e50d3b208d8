import type { Sql } from '../../db/client.ts'

/** All SQL about how long jobs and rollups are kept. How they are deleted stands in api/ingest and api/rollups. */

/** For how many days an organization keeps its jobs, and the rollups of them. Null: for ever. */
export interface RetentionDays {
  jobsDays: number | null
  rollupsDays: number | null
}

export interface RetentionRow extends RetentionDays {
  /** What is older is gone, or about to be. Null: nothing is. */
  jobsKeptFrom: Date | null
  rollupsKeptFrom: Date | null
}

export async function selectRetention(sql: Sql, organizationId: number): Promise<RetentionRow> {
  const [row] = await sql<RetentionRow[]>`
    select jobs_days, rollups_days, jobs_kept_from, rollups_kept_from from organization_retention
    where organization_id = ${organizationId}`
  return row ?? { jobsDays: null, rollupsDays: null, jobsKeptFrom: null, rollupsKeptFrom: null }
}

export async function upsertRetention(sql: Sql, organizationId: number, days: RetentionDays): Promise<void> {
  const { jobsDays, rollupsDays } = days
  await sql`
    insert into organization_retention (organization_id, jobs_days, rollups_days)
    values (${organizationId}, ${jobsDays}, ${rollupsDays})
    on conflict (organization_id) do update set jobs_days = excluded.jobs_days, rollups_days = excluded.rollups_days`
}

/** What an organization does not keep. */
export interface Limits {
  organizationId: number
  jobsKeptFrom: Date | null
  rollupsKeptFrom: Date | null
  /** Since when the two are what they are; null: they never were set. */
  keptSince: Date | null
}

/** Of all organizations that have settings, or had. */
export async function selectAllLimits(sql: Sql): Promise<Limits[]> {
  return sql<Limits[]>`
    select organization_id, jobs_kept_from, rollups_kept_from, kept_since from organization_retention order by organization_id`
}

/**
 * Moves what is kept forward to the midnight so many days ago, and tells every process, which remembers it with who asks.
 * It never moves back. One statement: settings that change meanwhile count.
 */
export async function moveKeptFrom(sql: Sql, organizationId: number, now: Date): Promise<void> {
  const midnight = (days: 'jobs_days' | 'rollups_days') =>
    sql`date_bin('1 day', ${now}::timestamptz - make_interval(days => ${sql(days)}), 'epoch')`
  await sql`
    with moved as (
      update organization_retention set
        jobs_kept_from = greatest(jobs_kept_from, ${midnight('jobs_days')}),
        rollups_kept_from = greatest(rollups_kept_from, ${midnight('rollups_days')}),
        kept_since = ${now}
      where organization_id = ${organizationId}
        and (${midnight('jobs_days')} > coalesce(jobs_kept_from, '-infinity')
          or ${midnight('rollups_days')} > coalesce(rollups_kept_from, '-infinity'))
      returning organization_id
    )
    select pg_notify('tachograph_access', 'organization ' || organization_id) from moved`
}
