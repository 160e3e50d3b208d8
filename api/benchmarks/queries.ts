import type postgres from 'postgres'
import type { Sql } from '../db/client.ts'
import type { RawName } from './dashboard.ts'

/** Makes the pipelines `job-01`, `job-02` ... and `job-rare`, unless they exist. */
export async function makePipelines(sql: Sql, organizationId: number, count: number): Promise<void> {
  await sql`/* makePipelines */
    insert into pipelines (organization_id, key, name)
    select ${organizationId}, key, key
    from (
      select 'job-' || to_char(i, 'FM00') as key from generate_series(1, ${count}::int) as i
      union all select 'job-rare'
    ) as made
    order by key
    on conflict do nothing`
}

/** Which of `total` jobs to make: numbers `from` to `to`, both included. The last one is queued at `until`. */
export interface JobNumbers {
  from: number
  to: number
  total: number
  until: Date
}

/**
 * Makes jobs inside the server, spread evenly over two years. 94.5 % succeed, 4 % fail, 1 % are cancelled, 0.5 % time out, the
 * last 200 are unfinished. Durations are lognormal, and a few pipelines have most of the jobs; `job-rare` has one job in
 * 100,000.
 */
export async function insertJobs(sql: Sql, organizationId: number, numbers: JobNumbers): Promise<void> {
  const { from, to, total, until } = numbers
  await sql`/* insertJobs */
    with known as (
      select array_agg(id order by key) filter (where key <> 'job-rare') as ids,
             min(id) filter (where key = 'job-rare') as rare
      from pipelines where organization_id = ${organizationId}
    ), drawn as materialized (
      select i, gen_random_uuid() as id, known.ids, known.rare, random() as fate, random() as skew, random() as pick,
             ${until}::timestamptz - (${total}::float8 - i) / ${total} * interval '730 days' as at,
             sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random()) as luck
      from generate_series(${from}::int, ${to}::int) as i cross join known
    ), shaped as materialized (
      select i, id, at, pick, luck,
             case when i % 100000 = 0 then rare else ids[1 + floor(cardinality(ids) * skew ^ 3)::int] end as pipeline_id,
             case when i > ${total} - 100 then 'QUEUED' when i > ${total} - 200 then 'RUNNING'
                  when fate < 0.945 then 'SUCCEEDED' when fate < 0.985 then 'FAILED'
                  when fate < 0.995 then 'CANCELLED' else 'TIMED_OUT' end::job_status as status,
             ceil(1500 * exp(0.8 * luck))::bigint as queue_ms, ceil(40000 * (0.5 + skew) * exp(1.1 * luck))::bigint as duration_ms
      from drawn
    ), kept as (
      insert into job_keys (organization_id, job_id, at) select ${organizationId}, id, at from shaped
    )
    insert into jobs (organization_id, at, id, pipeline_id, status, attempt, revision, queued_at, started_at, finished_at,
                      queue_ms, duration_ms, cost, currency, external_id, trigger, error, labels, metrics)
    select ${organizationId}, at, id, pipeline_id, status, 1, 0, at,
           case when status <> 'QUEUED' then at + queue_ms * interval '1 ms' end,
           case when status not in ('QUEUED', 'RUNNING') then at + (queue_ms + duration_ms) * interval '1 ms' end,
           case when status <> 'QUEUED' then queue_ms end,
           case when status not in ('QUEUED', 'RUNNING') then duration_ms end,
           round((duration_ms / 60000.0 * 0.05)::numeric, 4), 'USD', 'run-' || i,
           (array['schedule', 'api', 'webhook', 'manual'])[1 + floor(pick * 4)::int],
           case when status in ('FAILED', 'TIMED_OUT')
                then 'connect ETIMEDOUT 10.0.' || i % 250 || '.' || i % 199 || ':443 after ' || duration_ms || ' ms' end,
           jsonb_build_object('environment', (array['production', 'staging', 'research'])[1 + floor(pick * 3)::int],
                              'region', (array['eu-west-1', 'us-east-1'])[1 + floor(pick * 2)::int],
                              'team', 'team-' || pipeline_id % 7, 'release', '1.' || i * 50 / ${total}::bigint),
           jsonb_build_object('rows_processed', floor(pick * 100000), 'bytes', floor(pick * 100000000))
    from shaped`
}

/** How many jobs an organization has. */
export async function countKeys(sql: Sql, organizationId: number): Promise<number> {
  const [row] = await sql<{ count: number }[]>`/* countKeys */
    select count(*) as count from job_keys where organization_id = ${organizationId}`
  return row!.count
}

/** Brings statistics and visibility maps up to date, as autovacuum does sooner or later. */
export async function vacuum(sql: Sql): Promise<void> {
  await sql`vacuum (analyze)`
}

/** A batch of jobs as array literals of PostgreSQL, one for each column. */
export interface BareColumns {
  ids: string
  queuedAt: string
  startedAt: string
  finishedAt: string
  externalIds: string
  statuses: string
  errors: string
  labels: string
  metrics: string
}

/** Tables like those of jobs, of the same kind and with the same indexes, without triggers: what a plain insert has to do. */
export async function makeBareTables(sql: Sql, { hypertable }: { hypertable: boolean }): Promise<void> {
  // One at a time: a hypertable cannot be dropped together with others.
  await sql`drop table if exists bare_job_keys`
  await sql`drop table if exists bare_jobs`
  await sql`create table bare_job_keys (like job_keys including all)`
  await sql`create table bare_jobs (like jobs including all)`
  if (!hypertable) return
  await sql`
    select create_hypertable('bare_jobs', by_range('at', interval '28 days'), create_default_indexes => false)`
}

/** Inserts finished jobs in the plainest way: no check, no merge, no lock, no marks. */
export async function insertBare(sql: Sql, organizationId: number, columns: BareColumns): Promise<void> {
  await sql`/* insertBareKeys */
    insert into bare_job_keys (organization_id, job_id, at)
    select ${organizationId}, id, at
    from unnest(${columns.ids}::text::uuid[], ${columns.queuedAt}::text::timestamptz[]) as sent (id, at)`
  await sql`/* insertBareJobs */
    insert into bare_jobs (organization_id, at, id, pipeline_id, status, attempt, revision, queued_at, started_at,
                           finished_at, queue_ms, duration_ms, external_id, trigger, error, labels, metrics)
    select ${organizationId}, queued, id, 1, status, 1, 0, queued, started, finished, 250,
           extract(epoch from finished - started) * 1000, external_id, 'schedule', error, labels, metrics
    from unnest(${columns.ids}::text::uuid[], ${columns.queuedAt}::text::timestamptz[],
                ${columns.startedAt}::text::timestamptz[], ${columns.finishedAt}::text::timestamptz[],
                ${columns.statuses}::text::job_status[], ${columns.externalIds}::text::text[],
                ${columns.errors}::text::text[], ${columns.labels}::text::jsonb[], ${columns.metrics}::text::jsonb[])
      as sent (id, queued, started, finished, status, external_id, error, labels, metrics)`
}

/** Makes API keys that may read, with these hashes. */
export async function insertKeys(sql: Sql, organizationId: number, hashes: readonly Buffer[]): Promise<void> {
  await sql`
    insert into api_keys (organization_id, name, prefix, key_hash, scopes)
    select ${organizationId}, 'Benchmark', 'tach_', decode(hash, 'hex'), '{read_metrics,read_jobs}'
    from unnest(${hashes.map((hash) => hash.toString('hex'))}::text[]) as hash`
}

/** Makes a person and a session for each hash. */
export async function insertSessions(sql: Sql, organizationId: number, hashes: readonly Buffer[]): Promise<void> {
  await sql`
    with people as (
      insert into users (email, name)
      select 'person-' || hash || '@example.com', 'Benchmark'
      from unnest(${hashes.map((hash) => hash.toString('hex'))}::text[]) as hash
      returning id, email
    ), members as (
      insert into memberships (organization_id, user_id, role) select ${organizationId}, id, 'viewer' from people
    )
    insert into sessions (token_hash, user_id, organization_id, expires_at)
    select decode(substr(email, 8, 64), 'hex'), id, ${organizationId}, now() + interval '30 days' from people`
}

/** What a look-up by hash costs at least. */
export async function selectBareKey(sql: Sql, hash: Buffer): Promise<void> {
  await sql`select id, organization_id, scopes from api_keys where key_hash = ${hash}`
}

/** A row of the list that a plain server answers. */
export interface ListRow {
  id: string
  externalId: string
  pipelineKey: string
  pipelineName: string
}

/** The list that the benchmark asks servers for, with what it shows and nothing else, through the plain driver. */
export function selectListPage(sql: postgres.Sql, organizationId: number): Promise<ListRow[]> {
  return sql<ListRow[]>`/* selectListPage */
    select j.id, j.external_id as "externalId", j.status, j.at, j.queued_at as "queuedAt", j.started_at as "startedAt",
           j.finished_at as "finishedAt", j.duration_ms::float8 as "durationMs", j.trigger,
           p.key as "pipelineKey", p.name as "pipelineName"
    from (
      select * from jobs where organization_id = ${organizationId} order by at desc, id desc limit 51
    ) as j
    join pipelines as p on p.organization_id = ${organizationId} and p.id = j.pipeline_id
    order by j.at desc, j.id desc`
}

/** The dashboard's answers by a GROUP BY over single rows, as somebody would write it by hand: one list of values a row. */
export async function selectRaw(
  sql: Sql,
  name: RawName | 'p95',
  organizationId: number,
  range: Stretch,
): Promise<Value[][]> {
  const within = sql`organization_id = ${organizationId} and at >= ${range.from} and at < ${range.to}`
  const ended = sql`count(*) filter (where status in ('SUCCEEDED', 'FAILED', 'TIMED_OUT'))`
  const statements = {
    byDay: sql`
      select date_trunc('day', at, 'UTC') as bucket, count(*),
             count(*) filter (where status in ('FAILED', 'TIMED_OUT'))::float8 / nullif(${ended}, 0), avg(duration_ms)::float8
      from jobs where ${within} group by 1 order by 1`,
    byDayOfYear: sql`select date_trunc('day', at, 'UTC') as bucket, count(*) from jobs where ${within} group by 1 order by 1`,
    byHour: sql`
      select date_trunc('hour', at, 'UTC') as bucket, count(*), count(*) filter (where status = 'FAILED')
      from jobs where ${within} group by 1 order by 1`,
    byPipeline: sql`
      select p.key, g.count, g.average
      from (
        select pipeline_id, count(*) as count, avg(duration_ms)::float8 as average from jobs where ${within} group by 1
      ) as g
      join pipelines as p on p.organization_id = ${organizationId} and p.id = g.pipeline_id
      order by p.key collate "C"`,
    p95: sql`
      select date_trunc('day', at, 'UTC') as bucket, percentile_cont(0.95) within group (order by duration_ms)
      from jobs where ${within} group by 1 order by 1`,
  }
  const rows = (await statements[name].values()) as unknown[][]
  return rows.map((row) => row.map((value) => (value instanceof Date ? value.toISOString() : (value as Value))))
}

type Value = string | number | null
/** From `from` until before `to`. */
interface Stretch {
  from: Date
  to: Date
}
