import type { Sql } from './client.ts'
import type { Engine } from './grade.ts'

/**
 * Chunks of `jobs` whose time is this long past have settled: late reports are rare by then, and still welcome, because the
 * columnstore takes upserts too.
 */
const SETTLED_AFTER = '35 days'

/**
 * Lets settled chunks move to the columnstore where the server can do that (TimescaleDB Community), and does nothing
 * elsewhere. It stands here and not in a migration because a server may change its edition: it is asked at every start,
 * and the second time finds nothing to do.
 */
export async function useColumnstore(sql: Sql, engine: Engine): Promise<void> {
  if (engine.grade !== 'community') return
  const [state] = await sql<{ enabled: boolean; scheduled: boolean }[]>`
    select coalesce(bool_or(compression_enabled), false) as enabled,
           exists (select from timescaledb_information.jobs
                   where proc_name = 'policy_compression' and hypertable_name = 'jobs') as scheduled
    from timescaledb_information.hypertables where hypertable_name = 'jobs'`
  if (!state!.enabled) {
    await sql`
      alter table jobs set (
        timescaledb.enable_columnstore,
        timescaledb.segmentby = 'organization_id',
        timescaledb.orderby = 'at desc, id desc')`
  }
  if (!state!.scheduled) {
    await sql`call add_columnstore_policy('jobs', after => ${SETTLED_AFTER}::interval, if_not_exists => true)`
  }
}
