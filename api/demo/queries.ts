import type { Sql } from '../db/client.ts'
import type { Unfinished } from './feed-step.ts'

/** The name under which `settings` remembers the demo. */
const SETTING = 'demo'
/** Any number, the same in all processes: it names the lock under which a demo is made. */
const LOCK = 0x7ac4de40

/** The demo organization and when it was first started, in ms since 1970. */
export interface DemoRow {
  organizationId: number
  start: number
}

/** Of several processes that start at once, one makes the demo while the others wait for its transaction to end. */
export async function lockDemo(sql: Sql): Promise<void> {
  await sql`/* lockDemo */ select pg_advisory_xact_lock(${LOCK})`
}

/** Null when no demo was made, or its organization is gone. */
export async function selectDemo(sql: Sql): Promise<DemoRow | null> {
  const [row] = await sql<{ value: DemoRow }[]>`/* selectDemo */
    select value from settings
    join organizations on organizations.id = (settings.value ->> 'organizationId')::int
    where settings.name = ${SETTING}`
  return row?.value ?? null
}

/** Remembers the demo. */
export async function upsertDemo(sql: Sql, organizationId: number, start: number): Promise<void> {
  await sql`/* upsertDemo */
    insert into settings (name, value) values (${SETTING}, ${sql.json({ organizationId, start })})
    on conflict (name) do update set value = excluded.value`
}

/** The jobs that an earlier process left queued or running; the oldest 10,000 if there are more. */
export async function selectUnfinished(sql: Sql, organizationId: number): Promise<Unfinished[]> {
  return sql<Unfinished[]>`/* selectUnfinished */
    select pipelines.key as pipeline, jobs.external_id, jobs.at
    from jobs
    join pipelines on pipelines.organization_id = jobs.organization_id and pipelines.id = jobs.pipeline_id
    where jobs.organization_id = ${organizationId} and jobs.status in ('QUEUED', 'RUNNING')
    order by jobs.at limit 10000`
}
