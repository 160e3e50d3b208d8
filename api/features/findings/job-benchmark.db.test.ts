import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing.ts'
import { ask, contextFor } from '../jobs/testing.ts'
import { insertJobs, testJob, testOrganization } from '../metrics/testing.ts'

let database: TestDatabase
let mine: number

const HOUR = 3_600_000
const NIGHT = Date.parse('2026-11-20T02:00:00Z')

/** Every hour of 60 days: at 2 in the night it takes ten times as long. The last one of all took long, and waited. */
beforeAll(async () => {
  database = await testDatabase()
  mine = await testOrganization(database.sql, 'Mine')
  const hours = Array.from({ length: 60 * 24 }, (_, i) => NIGHT - (i + 1) * HOUR)
  const usual = hours.map((at, i) => {
    const isNight = new Date(at).getUTCHours() === 2
    return testJob({
      at: new Date(at),
      durationMs: (isNight ? 600_000 : 60_000) + ((i * 7919) % 4_001),
      queueMs: 500 + (i % 7),
    })
  })
  await insertJobs(database.sql, mine, [
    ...usual,
    testJob({ at: new Date(NIGHT), durationMs: 605_000, queueMs: 90_000 }),
    testJob({ at: new Date(NIGHT), durationMs: 5_000, pipeline: 'rare' }),
    testJob({ at: new Date(NIGHT), pipeline: 'running', status: 'RUNNING' }),
  ])
})
afterAll(() => database.drop())

async function benchmark(pipeline: string, timezone = 'UTC') {
  const query = `query ($pipeline: [ID!], $timezone: String) { jobs(filter: { pipeline: $pipeline }, first: 1) { nodes {
    benchmark(timezone: $timezone) { reason duration { ...run } queue { ...run } } } } }
  fragment run on RunBenchmark { sentence verdict expected lower upper ratio percentile pValue count weekday hour }`
  const { data, errors } = await ask(contextFor(database.sql, mine), query, { pipeline: [pipeline], timezone })
  return { errors, benchmark: data?.jobs?.nodes[0].benchmark }
}

test('a job is compared with those of its hour: it ran as long as ever at night, and waited far too long', async () => {
  const { benchmark: found, errors } = await benchmark('etl')
  expect(errors).toBeUndefined()
  expect(found).toMatchObject({ reason: null, duration: { verdict: 'NORMAL', weekday: null, hour: 2, count: 41 } })
  expect(found.duration.expected).toBeGreaterThan(600_000)
  expect(found.queue).toMatchObject({ verdict: 'SLOW', hour: 2 })
  expect(found.queue.ratio).toBeGreaterThan(100)
  expect(found.duration.sentence).toMatch(/^It ran for 10 min 5 s, where .* is usual of 41 runs at 02:00/)
  expect(found.queue.sentence).toBe(
    'It waited for 1 min 30 s, where 294 ms to 746 ms is usual of 41 runs at 02:00: 179 times as long.',
  )
})

test('the hour is that of the zone', async () => {
  const { benchmark: found } = await benchmark('etl', 'Asia/Kolkata')
  expect(found.duration).toMatchObject({ hour: 7, count: 41 })
  const { errors } = await benchmark('etl', 'Asia/Calcuta')
  expect(errors?.[0]?.message).toContain('There is no time zone "Asia/Calcuta"')
})

test('too few runs, and a run that goes on, say so', async () => {
  const few = await benchmark('rare')
  const reason = 'Only 0 runs of the pipeline succeeded in the 90 days before it: 10 are needed.'
  expect(few.benchmark).toEqual({ duration: null, queue: null, reason })
  const open = await benchmark('running')
  expect(open.benchmark.reason).toBe('How long it ran is not known yet.')
})
