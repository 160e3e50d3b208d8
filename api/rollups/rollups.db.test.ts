import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../db/testing.ts'
import { createOrganization } from '../features/organizations/index.ts'
import { refreshRollups } from './index.ts'
import { history, historyPlayer } from './testing.ts'

/** After each step of any history the rollups of the hours without a mark are what a plain GROUP BY over the jobs gives. */
let database: TestDatabase
beforeAll(async () => void (database = await testDatabase()))
afterAll(() => database.drop())

test('rollups are what a GROUP BY over the jobs gives, after any history', async () => {
  const property = fc.asyncProperty(history, async (steps) => {
    const { id: organizationId } = await createOrganization(database.sql, crypto.randomUUID())
    const play = historyPlayer(database.sql, organizationId)
    for (const step of steps) {
      await play(step)
      await expectRightHours(organizationId)
    }
    await refreshRollups(database.sql, { quietSince: null, organizationId })
    expect(await database.sql`select 1 from changed_hours where organization_id = ${organizationId}`).toHaveLength(0)
    await expectRightHours(organizationId)
    await expectRightDays(organizationId)
  })
  await fc.assert(property, { numRuns: 40, seed: 20261127 })
}, 120_000)

/** A histogram as text, with each bin once: how many there are of one is no difference. */
function sorted(column: string) {
  return database.sql`merge_histograms(array[${database.sql(column)}])::text as ${database.sql(column)}`
}

/** Both ways of counting an hour, as rows that can be compared. Histograms by the bins of the values themselves. */
async function expectRightHours(organizationId: number) {
  const { sql } = database
  const stale = sql`select hour from changed_hours where organization_id = ${organizationId}`
  const kept = await sql`
    select pipeline_id, at, status, currency, jobs, duration_jobs, duration_ms, queue_jobs, queue_ms, cost, ${sorted('durations')}, ${sorted('queues')}
    from jobs_by_hour where organization_id = ${organizationId} and at not in (${stale}) order by 1, 2, 3, 4`
  const counted = await sql`
    select coalesce(pipeline_id, 0) as pipeline_id, date_trunc('hour', at) as at, status, coalesce(currency, '') as currency,
      count(*)::int as jobs, count(duration_ms)::int as duration_jobs, sum(duration_ms)::bigint as duration_ms,
      count(queue_ms)::int as queue_jobs, sum(queue_ms)::bigint as queue_ms, sum(cost) as cost,
      merge_histograms(array[histogram_of(array_agg(histogram_bin(duration_ms)) filter (where duration_ms is not null))])::text as durations,
      merge_histograms(array[histogram_of(array_agg(histogram_bin(queue_ms)) filter (where queue_ms is not null))])::text as queues
    from jobs where organization_id = ${organizationId} and date_trunc('hour', at) not in (${stale})
    group by grouping sets (
      (date_trunc('hour', at), status, coalesce(currency, ''), pipeline_id),
      (date_trunc('hour', at), status, coalesce(currency, '')))
    order by 1, 2, 3, 4`
  expect([...kept]).toEqual([...counted])
  const keptMetrics = await sql`
    select pipeline_id, at, name, reports, total, smallest, largest, last_at, last, ${sorted('spread')}
    from job_metrics_by_hour where organization_id = ${organizationId} and at not in (${stale}) order by 1, 2, 3`
  const countedMetrics = await sql`
    select coalesce(pipeline_id, 0) as pipeline_id, date_trunc('hour', at) as at, key as name, count(*)::int as reports,
      sum(value::numeric) as total, min(value::float8) as smallest, max(value::float8) as largest, max(at) as last_at,
      (array_agg(value::float8 order by at desc, value::float8 desc))[1] as last,
      merge_histograms(array[histogram_of(array_agg(histogram_bin(value::float8)))])::text as spread
    from jobs cross join jsonb_each(metrics)
    where organization_id = ${organizationId} and date_trunc('hour', at) not in (${stale})
    group by grouping sets ((date_trunc('hour', at), key, pipeline_id), (date_trunc('hour', at), key))
    order by 1, 2, 3`
  expect([...keptMetrics]).toEqual([...countedMetrics])
}

async function expectRightDays(organizationId: number) {
  const { sql } = database
  const kept = await sql`
    select pipeline_id, at, status, currency, jobs, duration_ms, cost, ${sorted('durations')}
    from jobs_by_day where organization_id = ${organizationId} order by 1, 2, 3, 4`
  const counted = await sql`
    select coalesce(pipeline_id, 0) as pipeline_id, date_trunc('day', at) as at, status, coalesce(currency, '') as currency,
      count(*)::int as jobs, sum(duration_ms)::bigint as duration_ms, sum(cost) as cost,
      merge_histograms(array[histogram_of(array_agg(histogram_bin(duration_ms)) filter (where duration_ms is not null))])::text as durations
    from jobs where organization_id = ${organizationId}
    group by grouping sets (
      (date_trunc('day', at), status, coalesce(currency, ''), pipeline_id),
      (date_trunc('day', at), status, coalesce(currency, '')))
    order by 1, 2, 3, 4`
  expect([...kept]).toEqual([...counted])
  const keptMetrics = await sql`
    select pipeline_id, at, name, reports, total, smallest, largest, last_at, last, ${sorted('spread')}
    from job_metrics_by_day where organization_id = ${organizationId} order by 1, 2, 3`
  const countedMetrics = await sql`
    select coalesce(pipeline_id, 0) as pipeline_id, date_trunc('day', at) as at, key as name, count(*)::int as reports,
      sum(value::numeric) as total, min(value::float8) as smallest, max(value::float8) as largest, max(at) as last_at,
      (array_agg(value::float8 order by at desc, value::float8 desc))[1] as last,
      merge_histograms(array[histogram_of(array_agg(histogram_bin(value::float8)))])::text as spread
    from jobs cross join jsonb_each(metrics) where organization_id = ${organizationId}
    group by grouping sets ((date_trunc('day', at), key, pipeline_id), (date_trunc('day', at), key))
    order by 1, 2, 3`
  expect([...keptMetrics]).toEqual([...countedMetrics])
}
