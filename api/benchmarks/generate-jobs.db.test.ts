import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../db/testing.ts'
import { generateJobs } from './generate-jobs.ts'

let database: TestDatabase
beforeAll(async () => void (database = await testDatabase()))
afterAll(() => database.drop())

test('makes believable jobs once', async () => {
  const { sql } = database
  const options = { sql, jobs: 4000, now: new Date('2026-11-20T12:00:00Z'), say: () => {} }
  const { organizationId, made } = await generateJobs(options)
  expect(made).toBe(4000)
  expect(await generateJobs(options)).toEqual({ organizationId, made: 0 })
  const [row] = await sql`
    select count(*) as jobs, (select count(*) from job_keys) as keys,
           count(*) filter (where organization_id = ${organizationId}) as large,
           avg((status = 'SUCCEEDED')::int) as succeeded,
           count(distinct pipeline_id) > 30 as "manyPipelines",
           bool_and((finished_at is null) = (duration_ms is null)) as "endsMatch",
           max(at) = '2026-11-20T12:00:00Z' as "endsNow",
           max(at) - min(at) > interval '728 days' as "spansTwoYears"
    from jobs`
  expect(row).toMatchObject({ jobs: 4000, keys: 4000, large: 3600, manyPipelines: true, endsMatch: true })
  expect(row).toMatchObject({ endsNow: true, spansTwoYears: true })
  // The last 200 of each organization are unfinished, and the small ones have no more than that.
  expect(Number(row!.succeeded)).toBeCloseTo((0.945 * (4000 - 600)) / 4000, 1)
  await expect(generateJobs({ ...options, jobs: 9000 })).rejects.toThrow('"Benchmark" has 3600 jobs instead of 8100')
})
