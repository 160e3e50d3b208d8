import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { listen } from '../../db/listen.ts'
import type { Kept } from '../../db/reach.ts'
import { testDatabase, type TestDatabase } from '../../db/testing.ts'
import { recordEvents } from '../../ingest/index.ts'
import { jobEvent } from '../../ingest/testing-events.ts'
import { rebuildRollups, refreshRollups } from '../../rollups/index.ts'
import { systemActor } from '../audit/index.ts'
import { askTable, type MetricQuery } from '../metrics/index.ts'
import { createOrganization } from '../organizations/index.ts'
import { enforceRetention } from './enforce.ts'
import { changeRetention } from './index.ts'

/** Jobs of ten days, every 20 minutes: until 20 November, when it is noon. */
let database: TestDatabase
let organization: number

const noon = new Date('2026-11-20T12:00:00Z')
const from = new Date('2026-11-10T12:00:00Z')
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)
const changes = { publish: () => {}, subscribe: () => () => {} }

beforeAll(async () => void (database = await testDatabase()))
afterAll(() => database.drop())
beforeEach(async () => {
  organization = await withJobs()
})

async function withJobs(): Promise<number> {
  const { id } = await createOrganization(database.sql, crypto.randomUUID())
  const events = Array.from({ length: 720 }, (_, n) => {
    const startedAt = new Date(from.getTime() + n * 20 * 60_000 + n)
    return jobEvent({
      pipeline: ['etl', 'mail', 'büro'][n % 3]!,
      externalId: `run ${n}`,
      status: n % 7 === 0 ? 'FAILED' : 'SUCCEEDED',
      startedAt,
      finishedAt: new Date(startedAt.getTime() + 1000 + ((n * 7919) % 100_000)),
      error: n % 7 === 0 ? 'Zürich is away' : null,
      labels: { region: n % 2 ? 'eu' : 'us' },
      metrics: { rows: n / 3, loss: -n },
      cost: n % 5 ? null : { amount: n / 7, currency: n % 2 ? 'EUR' : 'USD' },
    })
  })
  await recordEvents({ sql: database.sql, changes }, id, events)
  await refreshRollups(database.sql, { quietSince: null, organizationId: id })
  return id
}

const set = (jobsDays: number | null, rollupsDays: number | null = null) =>
  changeRetention(database.sql, systemActor(organization, 'Test'), { jobsDays, rollupsDays }, 'Test')
const enforce = (now: Date) => enforceRetention(database.sql, { now, signal: new AbortController().signal })

/** What the organization has; `bytes` is what was counted. */
async function held(of = organization) {
  const [row] = await database.sql`
    select (select count(*) from jobs where organization_id = ${of}) as jobs,
           (select count(*) from job_keys where organization_id = ${of}) as keys,
           (select min(at) from jobs where organization_id = ${of}) as oldest,
           (select min(at) from jobs_by_hour where organization_id = ${of}) as hours,
           (select min(at) from jobs_by_day where organization_id = ${of}) as days,
           (select min(at) from job_metrics_by_hour where organization_id = ${of}) as metric_hours,
           (select min(at) from job_metrics_by_day where organization_id = ${of}) as metric_days,
           (select count(*) from changed_hours where organization_id = ${of}) as marks,
           (select jobs from organization_storage where organization_id = ${of}) as counted,
           (select bytes from organization_storage where organization_id = ${of}) as bytes`
  return row!
}

const range = { from, to: noon }
const jobs = { dataset: 'jobs', range, measures: ['count', 'failure_rate', 'duration_avg', 'duration_p95', 'cost'] }
const ANSWERED: MetricQuery[] = [
  jobs,
  { ...jobs, every: 'HOUR' },
  { ...jobs, every: 'DAY', timezone: 'Europe/Berlin', dimensions: ['pipeline', 'currency'] },
  { ...jobs, every: 'WEEK', filters: [{ dimension: 'status', values: ['FAILED'] }], compare: 'PREVIOUS_PERIOD' },
  { dataset: 'job_metrics', range, measures: ['last', 'sum', 'min', 'p50'], dimensions: ['name'], every: 'DAY' },
]

function ask(query: MetricQuery, kept: Kept) {
  return askTable(database, { organizationId: organization, pipelines: null, kept }, query, noon)
}

test('jobs go ten minutes after everybody was told, and rollups answer as before, to the last digit', async () => {
  const before = await Promise.all(ANSWERED.map((query) => ask(query, { jobs: null, rollups: null })))
  const whole = await held()
  await set(3)
  await enforce(noon)
  await enforce(later(9))
  expect(await held()).toEqual(whole)
  await enforce(later(10))
  const jobsKeptFrom = new Date('2026-11-17T00:00:00Z')
  expect(await held()).toMatchObject({ jobs: 252, keys: 252, counted: 252, marks: 0, oldest: expect.any(Date) })
  expect((await held()).oldest.getTime()).toBeGreaterThanOrEqual(jobsKeptFrom.getTime())
  const kept = { jobs: jobsKeptFrom, rollups: null }
  const after = await Promise.all(ANSWERED.map((query) => ask(query, kept)))
  expect(after).toEqual(before)
})

test('what only single jobs can tell begins where they are kept: null before, never 0', async () => {
  const byLabel: MetricQuery = { ...jobs, every: 'DAY', filters: [{ dimension: 'label.region', values: ['eu'] }] }
  const inIndia = { ...jobs, every: 'DAY', timezone: 'Asia/Kolkata' } as const
  const inMinutes = { ...jobs, range: { from: new Date('2026-11-12T10:20:00Z'), to: new Date('2026-11-12T10:50:00Z') } }
  const all = { jobs: null, rollups: null }
  const [labels, india] = await Promise.all([ask(byLabel, all), ask(inIndia, all)])
  await set(3)
  await enforce(noon)
  await enforce(later(10))

  const kept = { jobs: new Date('2026-11-17T00:00:00Z'), rollups: null }
  const labelsLeft = await ask(byLabel, kept)
  expect(labelsLeft.from).toEqual(kept.jobs)
  expect(labelsLeft.rows.slice(7)).toEqual(labels.rows.slice(7))
  for (const [, ...values] of labelsLeft.rows.slice(0, 7)) expect(values).toEqual(Array(5).fill(null))

  // The day that began at 18:30 of the day before: of its first half hour nothing can be told.
  const indiaLeft = await ask(inIndia, kept)
  expect(indiaLeft.from).toEqual(new Date('2026-11-16T19:00:00Z'))
  expect(indiaLeft.rows.slice(8)).toEqual(india.rows.slice(8))
  expect([india.rows[7]![1], indiaLeft.rows[7]![1]]).toEqual([72, 71])
  for (const [, ...values] of indiaLeft.rows.slice(0, 7)) expect(values).toEqual(Array(5).fill(null))

  expect((await ask(inMinutes, all)).rows).toEqual([[0, null, null, null, null]])
  expect((await ask(inMinutes, kept)).rows).toEqual([Array(5).fill(null)])
})

test('what the jobs took is subtracted exactly', async () => {
  await set(3)
  await enforce(noon)
  await enforce(later(10))
  const { bytes } = await held()
  await set(1)
  const afterAll = new Date('2026-12-20T12:00:00Z')
  await enforce(afterAll)
  await enforce(new Date(afterAll.getTime() + 10 * 60_000))
  expect(bytes).toBeGreaterThan(252 * 200)
  expect(await held()).toMatchObject({ jobs: 0, keys: 0, counted: 0, bytes: 0, oldest: null })
})

test('rollups go when they are set to', async () => {
  await set(3, 5)
  await enforce(noon)
  await enforce(later(10))
  const day = new Date('2026-11-15T00:00:00Z')
  expect(await held()).toMatchObject({ jobs: 252, hours: day, days: day, metricHours: day, metricDays: day })
})

test('an hour whose rollup is out of date keeps its jobs until it was counted', async () => {
  await set(3)
  await enforce(noon)
  const hour = new Date('2026-11-12T05:00:00Z')
  await database.sql`insert into changed_hours (organization_id, hour) values (${organization}, ${hour})`
  await enforce(later(10))
  expect(await held()).toMatchObject({ jobs: 255, marks: 1 })
  await refreshRollups(database.sql, { quietSince: null, organizationId: organization })
  await enforce(later(15))
  expect(await held()).toMatchObject({ jobs: 252, marks: 0 })
})

test('rollups of hours without jobs are not counted again', async () => {
  const [before] = (await ask(jobs, { jobs: null, rollups: null })).rows
  await set(3)
  await enforce(noon)
  await enforce(later(10))
  const rebuilt = { organizationId: organization, from: new Date(0), to: noon, onProgress: () => {} }
  expect(await rebuildRollups(database.sql, rebuilt)).toBe(3 * 24 + 12)
  expect((await ask(jobs, { jobs: new Date('2026-11-17T00:00:00Z'), rollups: null })).rows).toEqual([before])
})

test('what is kept moves with the days, and never back', async () => {
  const kept = async () => (await set(3, 5)).jobsKeptFrom
  await set(3, 5)
  await enforce(noon)
  expect(await kept()).toEqual(new Date('2026-11-17T00:00:00Z'))
  await enforce(later(24 * 60))
  expect(await kept()).toEqual(new Date('2026-11-18T00:00:00Z'))
  await set(30, 60)
  await enforce(later(25 * 60))
  expect(await kept()).toEqual(new Date('2026-11-18T00:00:00Z'))
  await set(null)
  await enforce(later(26 * 60))
  expect(await set(null)).toMatchObject({ jobsKeptFrom: new Date('2026-11-18T00:00:00Z') })
})

test('every process is told when it moves, and only then', async () => {
  const heard: string[] = []
  const listening = Promise.withResolvers<void>()
  const log = { info: () => {}, error: () => {} }
  const channel = listen({
    url: database.url,
    channel: 'tachograph_access',
    log,
    onText: (text) => void heard.push(text),
    onListening: listening.resolve,
    onDeaf: () => {},
  })
  await listening.promise
  await set(3)
  await enforce(noon)
  await enforce(later(1))
  await expect.poll(() => heard).toContain(`organization ${organization}`)
  expect(heard.filter((text) => text === `organization ${organization}`)).toHaveLength(1)
  await channel.close()
})

test('two processes at once delete everything once', async () => {
  await set(3)
  await enforce(noon)
  await enforce(later(10))
  const alone = await held()

  organization = await withJobs()
  const many = Array.from({ length: 4_000 }, (_, n) => {
    const startedAt = new Date(from.getTime() + n * 1000)
    return jobEvent({ externalId: `more ${n}`, startedAt, finishedAt: startedAt, status: 'SUCCEEDED' })
  })
  await recordEvents({ sql: database.sql, changes }, organization, many)
  await refreshRollups(database.sql, { quietSince: null, organizationId: organization })
  await set(3)
  await enforce(noon)
  const counting = refreshRollups(database.sql, { quietSince: null, organizationId: null })
  await Promise.all([enforce(later(10)), enforce(later(10)), counting])
  const { jobs, keys, counted, bytes } = await held()
  expect({ jobs, keys, counted, bytes }).toEqual({ jobs: 252, keys: 252, counted: 252, bytes: alone.bytes })
})

test('other organizations keep what they have, also jobs and hours of the same time', async () => {
  const other = await withJobs()
  const before = await held(other)
  await set(3, 5)
  await enforce(noon)
  await enforce(later(10))
  expect(await held(other)).toEqual(before)

  const asked = () => ask(jobs, { jobs: new Date('2026-11-17T00:00:00Z'), rollups: new Date('2026-11-15T00:00:00Z') })
  const answer = await asked()
  const hour = new Date('2026-11-16T05:00:00Z')
  await database.sql`insert into changed_hours (organization_id, hour) values (${other}, ${hour})`
  expect(await asked()).toEqual(answer)
})

test('it ends when the server stops', async () => {
  await set(3)
  await enforce(noon)
  await enforceRetention(database.sql, { now: later(10), signal: AbortSignal.abort() })
  expect(await held()).toMatchObject({ jobs: 720 })
})
