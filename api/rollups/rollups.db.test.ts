import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../db/testing.ts'
import { createOrganization } from '../features/organizations/index.ts'
import { JOB_STATUSES, recordEvents } from '../ingest/index.ts'
import { jobEvent } from '../ingest/testing-events.ts'
import { rebuildRollups, refreshRollups } from './index.ts'
import { deleteJobs } from '../ingest/queries.ts'

/**
 * Random histories: reports that are late, repeated, out of order and corrected, jobs whose time moves, deletions, and
 * rollups that are brought up to date at any moment between. Whenever no hour is marked, the rollups have to be what a plain
 * GROUP BY over the jobs gives; at any other moment those of the hours without a mark.
 */
let database: TestDatabase
beforeAll(async () => void (database = await testDatabase()))
afterAll(() => database.drop())

const changes = { publish: () => {}, subscribe: () => () => {} }
const HOURS = 60
const begin = Date.parse('2026-03-27T20:00:00Z')

const event = fc
  .record({
    pipeline: fc.constantFrom('etl', 'mail', 'backup'),
    externalId: fc.integer({ min: 1, max: 25 }).map(String),
    status: fc.constantFrom(...JOB_STATUSES),
    startedAt: fc.integer({ min: 0, max: HOURS * 60 }).map((minutes) => new Date(begin + minutes * 60_000)),
    durationMs: fc.integer({ min: 0, max: 5_000_000 }),
    revision: fc.constantFrom(0, 0, 0, 1, 2),
    cost: fc.option(fc.record({ amount: fc.integer({ max: 999 }), currency: fc.constantFrom('EUR', 'USD') })),
    metrics: fc.dictionary(
      fc.constantFrom('rows', 'loss', 'zero'),
      fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })),
    ),
  })
  .map(({ durationMs, startedAt, ...rest }) => {
    const isFinished = rest.status !== 'QUEUED' && rest.status !== 'RUNNING'
    const queuedAt = new Date(startedAt.getTime() - (durationMs % 7_000_000))
    const finishedAt = isFinished ? new Date(startedAt.getTime() + durationMs) : null
    return jobEvent({ ...rest, queuedAt, startedAt: rest.status === 'QUEUED' ? null : startedAt, finishedAt })
  })

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.array(event, { minLength: 1, maxLength: 30 }).map((events) => ({ do: 'record' as const, events })),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'repeat' as const }) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 10 }).map((count) => ({ do: 'delete' as const, count })) },
  { weight: 2, arbitrary: fc.constant({ do: 'refresh' as const }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: HOURS }).map((hour) => ({ do: 'rebuild' as const, hour })) },
)

test('rollups are what a GROUP BY over the jobs gives, after any history', async () => {
  const property = fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
    const { id: organizationId } = await createOrganization(database.sql, crypto.randomUUID())
    let last: ReturnType<typeof jobEvent>[] = []
    for (const one of steps) {
      if (one.do === 'record') last = one.events
      if (one.do === 'record' || one.do === 'repeat')
        await recordEvents({ sql: database.sql, changes }, organizationId, last)
      if (one.do === 'delete') await deleteSome(organizationId, one.count)
      if (one.do === 'refresh') await refreshRollups(database.sql, { quietSince: null, organizationId })
      if (one.do === 'rebuild') await rebuild(organizationId, one.hour)
      await expectRightHours(organizationId)
    }
    await refreshRollups(database.sql, { quietSince: null, organizationId })
    expect(await database.sql`select 1 from changed_hours where organization_id = ${organizationId}`).toHaveLength(0)
    await expectRightHours(organizationId)
    await expectRightDays(organizationId)
  })
  await fc.assert(property, { numRuns: 40, seed: 20261127 })
}, 120_000)

async function deleteSome(organizationId: number, count: number) {
  const keys = await database.sql<{ id: string; at: Date }[]>`
    select id, at from jobs where organization_id = ${organizationId} order by id limit ${count}`
  if (keys.length > 0) await deleteJobs(database.sql, organizationId, [...keys])
  await database.sql`
    delete from job_keys where organization_id = ${organizationId} and job_id = any(${keys.map(({ id }) => id)}::uuid[])`
}

async function rebuild(organizationId: number, hour: number) {
  const from = new Date(begin + hour * 3_600_000)
  const to = new Date(from.getTime() + 5 * 3_600_000)
  await rebuildRollups(database.sql, { organizationId, from, to, onProgress: () => {} })
}

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
