import type { Sql } from '../../db/client.ts'
import { DEFAULT_QUERIES_AT_ONCE } from '../../schema/context.ts'

/** All SQL about quotas. What ingest counts and refuses stands in api/ingest. */

/** Null: without a limit. */
export interface Limits {
  jobsADay: number | null
  storedBytes: number | null
  queriesAtOnce: number | null
  exportsADay: number | null
}

interface QuotaRow extends Limits {
  hasLimits: boolean
  jobs: number
  exports: number
  bytes: number
}

/** The limits of an organization and what it has used of them; `day` is YYYY-MM-DD. */
export async function selectQuotas(sql: Sql, organizationId: number, day: string) {
  const [row] = await sql<QuotaRow[]>`
    select quotas.organization_id is not null as has_limits, jobs_a_day, stored_bytes, queries_at_once, exports_a_day,
           coalesce(today.jobs, 0) as jobs, coalesce(exports, 0) as exports, coalesce(bytes, 0) as bytes
    from organizations
    left join organization_quotas as quotas on quotas.organization_id = organizations.id
    left join organization_usage as today on today.organization_id = organizations.id and day = ${day}::date
    left join organization_storage as storage on storage.organization_id = organizations.id
    where organizations.id = ${organizationId}`
  const { hasLimits, jobsADay, storedBytes, queriesAtOnce, exportsADay, ...used } = row!
  const limits: Limits = hasLimits
    ? { jobsADay, storedBytes, queriesAtOnce, exportsADay }
    : { ...NO_LIMITS, queriesAtOnce: DEFAULT_QUERIES_AT_ONCE }
  return { limits, used }
}

const NO_LIMITS: Limits = { jobsADay: null, storedBytes: null, queriesAtOnce: null, exportsADay: null }

/** Writes limits, and tells every process: some are remembered with who asks. */
export async function upsertLimits(sql: Sql, organizationId: number, limits: Limits): Promise<void> {
  const { jobsADay, storedBytes, queriesAtOnce, exportsADay } = limits
  await sql`
    insert into organization_quotas (organization_id, jobs_a_day, stored_bytes, queries_at_once, exports_a_day)
    values (${organizationId}, ${jobsADay}, ${storedBytes}, ${queriesAtOnce}, ${exportsADay})
    on conflict (organization_id) do update set
      jobs_a_day = excluded.jobs_a_day, stored_bytes = excluded.stored_bytes,
      queries_at_once = excluded.queries_at_once, exports_a_day = excluded.exports_a_day`
  await sql`select pg_notify('tachograph_access', ${`organization ${organizationId}`})`
}

/** Counts one export when there is room for it. False: the quota of the day is used up. */
export async function countExport(sql: Sql, organizationId: number, day: string): Promise<boolean> {
  const rows = await sql`
    insert into organization_usage as today (organization_id, day, exports)
    select ${organizationId}, ${day}::date, 1
    where not exists (select from organization_quotas where organization_id = ${organizationId} and exports_a_day = 0)
    on conflict (organization_id, day) do update set exports = today.exports + 1
    where today.exports < coalesce(
      (select exports_a_day from organization_quotas where organization_id = ${organizationId}), 2147483647)
    returning 1`
  return rows.length > 0
}
