import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../db/testing.ts'
import { createOrganization } from '../features/organizations/index.ts'
import { insertJobs, testJob } from '../features/metrics/testing.ts'
import { refreshRollups } from '../rollups/index.ts'
import { runCommand } from '../start/testing-process.ts'

let database: TestDatabase
let organizationId: number
beforeAll(async () => {
  database = await testDatabase()
  organizationId = (await createOrganization(database.sql, 'Acme')).id
  const times = ['01T00:10', '01T00:50', '01T05:00', '03T12:00'].map((text) => new Date(`2026-11-${text}Z`))
  await insertJobs(
    database.sql,
    organizationId,
    times.map((at) => testJob({ at })),
  )
  await refreshRollups(database.sql, { quietSince: null, organizationId })
})
afterAll(() => database.drop())

const run = (...args: string[]) => runCommand(['rebuild-rollups', ...args], { DATABASE_URL: database.url })

test('counts a range again after jobs were deleted by hand, and says how far it is', async () => {
  const rollups = () => database.sql`
    select at, jobs from jobs_by_hour where organization_id = ${organizationId} and pipeline_id = 0 order by at`
  await database.owner`delete from jobs where organization_id = ${organizationId} and at < '2026-11-01T00:30Z'`
  expect((await rollups())[0]!.jobs).toBe(2)
  const { code, stdout, stderr } = await run('--from', '2026-11-01', '--to', '2026-11-02')
  expect({ code, stdout, stderr }).toEqual({
    code: 0,
    stdout: '2 hours\n',
    stderr: 'Rollups of "Acme":\n  2 of 2 hours\n',
  })
  expect((await rollups()).map(({ jobs }) => jobs)).toEqual([1, 1, 1])
})

test('a range that is none is refused with a sentence', async () => {
  const empty = await run('--from', '2026-11-02', '--to', '2026-11-01')
  expect(empty).toMatchObject({ code: 1, stdout: '', stderr: 'The range is empty: --from must be before --to.\n' })
  expect((await run('--from', 'yesterday')).stderr).toMatch(/^--from is "yesterday", which is not an ISO 8601 time/)
})
