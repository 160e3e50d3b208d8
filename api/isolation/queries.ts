import type { Fragment, Sql } from '../db/client.ts'
import { transaction } from '../db/transaction.ts'
import { refreshRollups } from '../rollups/index.ts'

/** All SQL of the check of isolation. It works on whatever tables there are, found in the catalog. */

/** A table with rows of organizations, or of people. */
export interface OwnedTable {
  name: string
  /** The column that says whose a row is. */
  owner: 'organization_id' | 'user_id' | 'id'
}

/** Every table that has rows of organizations. */
export async function selectTenantTables(sql: Sql): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select c.relname as name
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    order by c.relname`
  return rows.map(({ name }) => name)
}

/** Rows as JSON has them: column names as in the database. */
export type Row = Readonly<Record<string, unknown>>
/** Rows by table, in an order in which they can be inserted. */
export type Rows = readonly (readonly [table: string, rows: readonly Row[]])[]

/** Who and what has to go, so that nothing of the canaries is left. */
export interface Footprint {
  organizations: readonly number[]
  users: readonly number[]
}

/** Puts the canaries back to what they were in the beginning: all at once, so nobody sees them half. */
export async function replaceAll(sql: Sql, footprint: Footprint, rows: Rows): Promise<void> {
  await transaction(sql, async (tx) => {
    // The server adds to it by itself, for keys that would be gone for a moment.
    await tx`lock table api_key_usage in share row exclusive mode`
    await removeAll(tx, footprint)
    const [marks, others] = [rows.filter(isMarks), rows.filter((one) => !isMarks(one))]
    for (const [table, values] of others) await insertRows(tx, table, values)
    // The server makes rollups by itself: there shall be nothing left to do. The canaries' own marks never become quiet.
    for (const organizationId of footprint.organizations) {
      await refreshRollups(tx, { quietSince: null, organizationId })
    }
    for (const [table, values] of marks) await insertRows(tx, table, values)
  })
}

function isMarks([table]: Rows[number]): boolean {
  return table === 'changed_hours'
}

/** What belongs to an organization and has no foreign key: a check of one would cost every row that is sent. */
const LOOSE = ['jobs', 'job_keys', 'changed_hours'].concat(
  'jobs_by_hour',
  'jobs_by_day',
  'job_metrics_by_hour',
  'job_metrics_by_day',
)

/** Removes the canaries. What belongs to an organization goes with it where there is a foreign key. */
export async function removeAll(sql: Sql, { organizations, users }: Footprint): Promise<void> {
  await transaction(sql, async (tx) => {
    await tx`delete from organizations where id = any(${[...organizations]}::int[])`
    for (const table of LOOSE) {
      await tx`delete from ${tx(table)} where organization_id = any(${[...organizations]}::int[])`
    }
    await tx`delete from users where id = any(${[...users]}::int[])`
  })
}

/** How many rows of the organizations are left anywhere. */
export async function countLeft(
  sql: Sql,
  tables: readonly string[],
  organizations: readonly number[],
): Promise<number> {
  const counts = tables.map(
    (table) => sql`
    select count(*) as n from ${sql(table)} where organization_id = any(${[...organizations]}::int[])`,
  )
  const [row] = await sql<{ n: number }[]>`select sum(n)::int as n from (${unionAll(sql, counts)}) counted`
  return row!.n
}

async function insertRows(sql: Sql, table: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const columns = names.map((name) => sql`${sql(name)}`).reduce((all, name) => sql`${all}, ${name}`)
  await sql`
    insert into ${sql(table)} (${columns}) overriding system value
    select ${columns} from jsonb_populate_recordset(null::${sql(table)}, ${sql.json(rows as never)})`
}

/** What an owner has in a table: how many rows, and a digest of all they say. */
export interface Holding {
  table: string
  owner: number
  rows: number
  digest: string
  /** Whether a text stands in them that must not. */
  foreign: boolean
}

/** Columns in which the server notes by itself that somebody came. They are looked at apart. */
const NOTED = ['last_seen_at', 'last_used_at']

/** Everything that these owners have. `foreign` is a text that somebody else's rows must not have. */
export async function selectHoldings(
  sql: Sql,
  tables: readonly OwnedTable[],
  owners: readonly number[],
  foreign: string,
): Promise<Holding[]> {
  const parts = tables.map(
    ({ name, owner }) => sql`
    select ${name}::text as "table", ${sql(owner)} as owner, count(*)::int as rows,
           md5(string_agg((to_jsonb(t) - ${NOTED}::text[])::text, e'\n' order by to_jsonb(t)::text)) as digest,
           bool_or(strpos(to_jsonb(t)::text, ${foreign}) > 0) as foreign
    from ${sql(name)} t where ${sql(owner)} = any(${[...owners]}::int[]) group by ${sql(owner)}`,
  )
  return sql<Holding[]>`${unionAll(sql, parts)}`
}

/** Which of these keys of an organization were used today, as far as it was written down. */
export async function selectUsedKeys(sql: Sql, organizationId: number, ids: readonly number[]): Promise<number[]> {
  const rows = await sql<{ keyId: number }[]>`
    select key_id from api_key_usage
    where organization_id = ${organizationId} and key_id = any(${[...ids]}::int[]) and day > current_date - 2`
  return rows.map(({ keyId }) => keyId)
}

/** How often the keys of an organization were used, and when last. */
export async function selectUse(sql: Sql, organizationId: number, ids: readonly number[]): Promise<string> {
  const [row] = await sql<{ text: string }[]>`
    select coalesce(string_agg(k.id || ' ' || coalesce(last_used_at::text, '') || ' ' || coalesce(days, ''), ', ' order by k.id), '') as text
    from api_keys k
    left join lateral (
      select string_agg(day || ' ' || requests, ' ' order by day) as days from api_key_usage u
      where u.organization_id = k.organization_id and u.key_id = k.id
    ) used on true
    where k.organization_id = ${organizationId} and k.id = any(${[...ids]}::int[])`
  return row!.text
}

/** Of which of these organizations the link with this number was used. */
export async function selectUsedLinks(sql: Sql, organizations: readonly number[], id: number): Promise<number[]> {
  const rows = await sql<{ organizationId: number }[]>`
    select organization_id from dashboard_share_links
    where organization_id = any(${[...organizations]}::int[]) and id = ${id} and last_used_at is not null`
  return rows.map(({ organizationId }) => organizationId)
}

/** Rows that point at something of no organization or of another one, where no foreign key holds it. */
export async function selectTornRows(
  sql: Sql,
  organizations: readonly number[],
): Promise<{ what: string; n: number }[]> {
  const ids = [...organizations]
  return sql<{ what: string; n: number }[]>`
    select what, n from (
      select 'jobs whose pipeline belongs to nobody here' as what, count(*)::int as n from jobs j
      where organization_id = any(${ids}::int[]) and not exists (
        select from pipelines p where p.organization_id = j.organization_id and p.id = j.pipeline_id)
      union all
      select 'jobs whose key says another time', count(*)::int from jobs j
      where organization_id = any(${ids}::int[]) and not exists (
        select from job_keys k where k.organization_id = j.organization_id and k.job_id = j.id and k.at = j.at)
      union all
      select 'keys of jobs without a job', count(*)::int from job_keys k
      where organization_id = any(${ids}::int[]) and not exists (
        select from jobs j where j.organization_id = k.organization_id and j.id = k.job_id and j.at = k.at)
    ) found where n > 0`
}

/** A unique index of a table with organizations that does not begin with the organization. */
export async function selectLooseIndexes(sql: Sql): Promise<{ index: string; columns: string }[]> {
  return sql<{ index: string; columns: string }[]>`
    select i.indexrelid::regclass::text as index,
           (select string_agg(a.attname, ', ' order by k.place)
            from unnest(i.indkey::int[]) with ordinality as k (number, place)
            join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number) as columns
    from pg_index i
    join pg_class c on c.oid = i.indrelid
    join pg_attribute o on o.attrelid = c.oid and o.attname = 'organization_id' and not o.attisdropped
    where c.relnamespace = 'public'::regnamespace and i.indisunique and (i.indkey::int[])[0] <> o.attnum
    order by 1`
}

/** Tables with organizations that have no primary key. */
export async function selectKeyless(sql: Sql): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select c.relname as name from pg_class c
    join pg_attribute o on o.attrelid = c.oid and o.attname = 'organization_id' and not o.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary)`
  return rows.map(({ name }) => name)
}

/** What the role that this connection works as may do, although it should not; one sentence each. */
export async function selectExcessRights(sql: Sql): Promise<string[]> {
  const rows = await sql<{ what: string }[]>`
    select 'is a superuser' as what from pg_roles where rolname = current_user and rolsuper
    union all
    select 'passes by row-level policies' from pg_roles where rolname = current_user and rolbypassrls
    union all
    select 'may make roles or databases' from pg_roles where rolname = current_user and (rolcreaterole or rolcreatedb)
    union all
    select 'owns ' || c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = current_user
    union all
    select 'owns the schema ' || n.nspname from pg_namespace n join pg_roles r on r.oid = n.nspowner
    where r.rolname = current_user
    union all
    select 'may create in the schema ' || nspname from pg_namespace
    where nspname !~ '^pg_temp|^pg_toast' and has_schema_privilege(oid, 'create')
    union all
    select 'may create schemas' where has_database_privilege(current_database(), 'create')
    union all
    select distinct 'can look into ' || n.nspname || ', where nothing keeps organizations apart'
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped
    where n.nspname not in ('public', 'pg_catalog', 'information_schema') and c.relkind in ('r', 'p', 'f', 'v', 'm')
      and has_schema_privilege(n.oid, 'usage') and has_any_column_privilege(c.oid, 'select')
    union all
    select 'may delete organizations, and their audit log with them'
    where has_table_privilege('public.organizations', 'delete')
    union all
    select 'may ' || verb || ' audit_events' from unnest(array['update', 'delete', 'truncate', 'trigger']) as verb
    where has_table_privilege('public.audit_events', verb)
    union all
    select 'may ' || verb || ' migrations' from unnest(array['insert', 'update', 'delete', 'truncate']) as verb
    where has_table_privilege('public.migrations', verb)
    union all
    select 'may change the columns of audit_events' where has_any_column_privilege('public.audit_events', 'update')`
  return rows.map(({ what }) => what)
}

/** Tables with row-level policies, and whether rows of these organizations can be seen without saying which one asks. */
export async function selectOpenPolicies(sql: Sql, tables: readonly string[], organizations: readonly number[]) {
  const guarded = await sql<{ name: string }[]>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relrowsecurity and relname = any(${[...tables]}::text[])`
  const open: string[] = []
  for (const { name } of guarded) {
    const [row] = await sql<{ n: number }[]>`
      select count(*)::int as n from ${sql(name)} where organization_id = any(${[...organizations]}::int[])`
    if (row!.n > 0) open.push(name)
  }
  return open
}

function unionAll(sql: Sql, parts: readonly Fragment[]): Fragment {
  return parts.reduce((all, part) => sql`${all} union all ${part}`)
}
