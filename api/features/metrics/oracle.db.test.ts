import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing.ts'
import { JOB_STATUSES } from '../../ingest/job-event.ts'
import { refreshRollups } from '../../rollups/index.ts'
import { askSeries, askTable } from './ask.ts'
import { GRANULARITIES, type Granularity } from './metric-query.ts'
import { insertJobs, testJob, testOrganization, type TestJob, reachOf } from './testing.ts'
import { expectClose, namerOf, valueOf } from './testing-oracle.ts'

/**
 * The same numbers by another way: every job, and every minute of the range, is given the name of its bucket as a person
 * would read it off the local clock ("2026-10-25 02 GMT+2"), and jobs of one name are counted together. No boundaries are
 * calculated, so nothing is shared with the product but the time zone data.
 */
const MINUTE = 60_000
const MEASURES = [
  'count',
  'succeeded',
  'success_rate',
  'failure_rate',
  'duration_sum',
  'duration_avg',
  'duration_p50',
  'duration_p95',
  'throughput',
  'cost',
]

/** A small seeded generator (mulberry32), so that a failure can be repeated. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

function randomJobs(count: number, [from, to]: readonly [number, number], next: () => number): TestJob[] {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)]!
  return Array.from({ length: count }, () =>
    testJob({
      // Half of them exactly on a quarter of an hour, where buckets begin and end.
      at: new Date(
        next() < 0.5 ? from + next() * (to - from) : from + Math.floor((next() * (to - from)) / 900_000) * 900_000,
      ),
      pipeline: pick(['etl', 'mail', 'Größe']),
      status: pick(JOB_STATUSES),
      durationMs: next() < 0.7 ? Math.floor(next() * 10_000) : null,
      ...pick([{}, { cost: 0.25, currency: 'EUR' }, { cost: 3, currency: next() < 0.9 ? 'EUR' : 'USD' }]),
      labels: pick<Record<string, string>>([{}, { region: 'eu' }, { region: 'us' }]),
    }),
  )
}

interface Walked {
  names: string[]
  /** Hours of the range in each bucket. */
  hours: Map<string, number>
}

/** Walks along the range in steps that divide every bucket, and notes the names in the order in which they appear. */
function walk(from: number, to: number, stepMs: number, nameOf: (at: number) => string): Walked {
  const hours = new Map<string, number>()
  for (let at = from; at < to; at += stepMs) {
    const name = nameOf(at)
    hours.set(name, (hours.get(name) ?? 0) + stepMs / 3_600_000)
  }
  return { names: [...hours.keys()], hours }
}

const ZONES = {
  'Europe/Berlin': ['2026-03-29T01:00Z', '2026-10-25T01:00Z'],
  'Asia/Kolkata': ['2026-06-01T18:30Z'],
  'America/New_York': ['2026-03-08T07:00Z', '2026-11-01T06:00Z'],
  'Australia/Lord_Howe': ['2026-04-04T15:00Z', '2026-10-03T15:30Z'],
  UTC: ['2027-01-01T00:00Z'],
}
/** Days on each side of the change of clocks, and how far apart the walk's steps are. */
const SPAN: Record<Granularity, readonly [number, number]> = {
  MINUTE: [0.1, MINUTE],
  HOUR: [2, 15 * MINUTE],
  DAY: [6, 15 * MINUTE],
  WEEK: [20, 30 * MINUTE],
  MONTH: [100, 30 * MINUTE],
  QUARTER: [200, 30 * MINUTE],
  YEAR: [400, 30 * MINUTE],
}

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const cases = Object.entries(ZONES).flatMap(([zone, changes]) => changes.map((change) => [zone, change] as const))
const now = new Date('2030-01-01T00:00Z')

describe.each(cases)('%s around %s', (zone, change) => {
  let organizationId: number
  let jobs: TestJob[]

  beforeAll(async () => {
    const next = random(Date.parse(change) / 1000)
    const around = (days: number) =>
      [Date.parse(change) - days * 86_400_000, Date.parse(change) + days * 86_400_000] as const
    jobs = [0.1, 2, 6, 20, 100, 400].flatMap((days) => randomJobs(80, around(days), next))
    jobs.sort(() => next() - 0.5)
    organizationId = await testOrganization(database.sql, `${zone} ${change}`)
    // Most hours have their rollup, some have had a late job since, and a few were never counted.
    await insertJobs(database.sql, organizationId, jobs.slice(0, -60))
    await refreshRollups(database.sql, { quietSince: null, organizationId })
    await insertJobs(database.sql, organizationId, jobs.slice(-60))
  })

  test.each(GRANULARITIES)('series by %s', async (every) => {
    const [days, stepMs] = SPAN[every]
    const [from, to] = [Date.parse(change) - days * 86_400_000, Date.parse(change) + days * 86_400_000]
    const nameOf = namerOf(zone, every)
    const { names, hours } = walk(from, to, stepMs, nameOf)
    const range = { from: new Date(from), to: new Date(to) }
    const question = { dataset: 'jobs', measures: MEASURES, range, every, timezone: zone }
    const series = await askSeries(database, reachOf(organizationId), question, now)
    expect(series.map(({ measure }) => measure)).toEqual(MEASURES)

    const inRange = jobs.filter(({ at }) => at.getTime() >= from && at.getTime() < to)
    const byName = Map.groupBy(inRange, ({ at }) => nameOf(at.getTime()))
    for (const { measure, points } of series) {
      expect(points.map(({ at }) => nameOf(Date.parse(at)))).toEqual(names)
      for (const { at, value } of points) {
        const name = nameOf(Date.parse(at))
        expectClose(value, valueOf(measure, byName.get(name) ?? [], hours.get(name)!), measure, name)
      }
    }
  })

  test('table by day and three dimensions', async () => {
    const [from, to] = [Date.parse(change) - 6 * 86_400_000, Date.parse(change) + 6 * 86_400_000]
    const nameOf = namerOf(zone, 'DAY')
    const { names, hours } = walk(from, to, 15 * MINUTE, nameOf)
    const dimensions = ['pipeline', 'status', 'label.region']
    const range = { from: new Date(from), to: new Date(to) }
    const question = {
      dataset: 'jobs',
      measures: MEASURES,
      dimensions,
      range,
      every: 'DAY',
      timezone: zone,
      limit: 50_000,
    } as const
    const table = await askTable(
      database,
      reachOf(organizationId),
      { ...question, measures: MEASURES, dimensions },
      now,
    )

    const inRange = jobs.filter(({ at }) => at.getTime() >= from && at.getTime() < to)
    const keyOf = (job: TestJob) => JSON.stringify([job.pipeline, job.status, job.labels.region ?? null])
    const keys = new Set(inRange.map(keyOf))
    const groups = Map.groupBy(inRange, (job) => nameOf(job.at.getTime()) + keyOf(job))
    expect(table.totalCount).toBe(names.length * keys.size)
    expect(new Set(table.rows.map((row) => JSON.stringify(row.slice(0, 4)))).size).toBe(table.totalCount)
    for (const row of table.rows) {
      const name = nameOf(Date.parse(String(row[0])))
      const group = groups.get(name + JSON.stringify(row.slice(1, 4))) ?? []
      MEASURES.forEach((measure, index) => {
        const value = row[4 + index]
        expectClose(typeof value === 'number' ? value : null, valueOf(measure, group, hours.get(name)!), measure, name)
      })
    }
  })
})
