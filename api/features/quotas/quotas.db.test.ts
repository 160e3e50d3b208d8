import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing.ts'
import { recordEvents } from '../../ingest/index.ts'
import { jobEvent } from '../../ingest/testing-events.ts'
import { keyViewer, NEVER, testServices } from '../../schema/testing.ts'
import { systemActor } from '../audit/index.ts'
import { ask } from '../jobs/testing.ts'
import { createOrganization } from '../organizations/index.ts'
import { setLimits, takeExport } from './index.ts'

let database: TestDatabase
let organization: number
const now = new Date()
const tomorrow = new Date(Math.ceil(now.getTime() / 86_400_000) * 86_400_000)

beforeAll(async () => void (database = await testDatabase()))
afterAll(() => database.drop())
beforeEach(async () => {
  organization = (await createOrganization(database.sql, crypto.randomUUID())).id
})

const services = () => testServices(database.sql, undefined, () => now)
const set = (changes: Parameters<typeof setLimits>[2]) =>
  setLimits(database.sql, systemActor(organization, 'Command line'), changes, { subject: 'Test', now })
async function quotas(viewer = keyViewer(organization, ['manage'])) {
  const query = '{ quotas { name limit used unit resetsAt } }'
  return ask({ ...services(), viewer, address: null, signal: NEVER }, query)
}

test('without limits only queries at once are bounded', async () => {
  const { data } = await quotas()
  const resetsAt = tomorrow.toISOString()
  expect(data.quotas).toEqual([
    { name: 'JOBS_A_DAY', limit: null, used: 0, unit: 'jobs', resetsAt },
    { name: 'STORED_BYTES', limit: null, used: 0, unit: 'bytes', resetsAt: null },
    { name: 'QUERIES_AT_ONCE', limit: 50, used: 0, unit: 'queries', resetsAt: null },
    { name: 'EXPORTS_A_DAY', limit: null, used: 0, unit: 'exports', resetsAt },
  ])
})

test('limits and what is used of them are shown, to those who may see them', async () => {
  await set({ jobsADay: 10, storedBytes: 5_000_000_000 })
  const event = jobEvent({ externalId: 'a' })
  const { changes } = services()
  await recordEvents({ sql: database.sql, changes }, organization, [event])
  await takeExport(database.sql, organization, now)
  const { data } = await quotas()
  expect(data.quotas).toMatchObject([
    { limit: 10, used: 1 },
    { limit: 5_000_000_000, used: 201 },
    { limit: 50 },
    { limit: null, used: 1 },
  ])
  const { errors } = await quotas(keyViewer(organization, ['read_jobs', 'ingest']))
  expect(errors![0]!.extensions.code).toBe('FORBIDDEN')
})

test('a change of limits keeps the others, and is logged', async () => {
  await set({ jobsADay: 10, queriesAtOnce: null })
  expect(await set({ exportsADay: 3 })).toEqual({
    jobsADay: 10,
    storedBytes: null,
    queriesAtOnce: null,
    exportsADay: 3,
  })
  const log = await database.sql`
    select actor, action, subject, before, after from audit_events where organization_id = ${organization} order by id`
  expect(log[1]).toEqual({
    actor: 'Command line',
    action: 'quota.changed',
    subject: 'Test',
    before: { jobsADay: 10, storedBytes: null, queriesAtOnce: null, exportsADay: null },
    after: { jobsADay: 10, storedBytes: null, queriesAtOnce: null, exportsADay: 3 },
  })
})

test('exports of a day are exact however many are asked for at once', async () => {
  await set({ exportsADay: 5 })
  const taken = await Promise.allSettled(Array.from({ length: 20 }, () => takeExport(database.sql, organization, now)))
  expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
  await expect(takeExport(database.sql, organization, now)).rejects.toMatchObject({
    message: `The organization has had all of its 5 exports a day. There are more from ${tomorrow.toISOString()} on.`,
    extensions: { code: 'QUOTA_EXCEEDED' },
  })
  await takeExport(database.sql, organization, tomorrow)
  await set({ exportsADay: 0 })
  await expect(takeExport(database.sql, organization, new Date(tomorrow.getTime() + 86_400_000))).rejects.toThrow(
    '0 exports',
  )
})
