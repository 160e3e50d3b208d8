import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../db/testing.ts'
import type { JobEvent } from './job-event.ts'
import { jobEvent } from './testing-events.ts'
import { recordEvents } from './write.ts'

let database: TestDatabase
let organization: number
const changes = { publish: () => {}, subscribe: () => () => {} }
const keptFrom = new Date('2026-11-17T00:00:00Z')

beforeAll(async () => void (database = await testDatabase()))
afterAll(() => database.drop())
beforeEach(async () => {
  const [row] = await database.sql<{ id: number }[]>`
    insert into organizations (name) values (${crypto.randomUUID()}) returning id`
  organization = row!.id
})

const record = (...events: JobEvent[]) => recordEvents({ sql: database.sql, changes }, organization, events)
const keep = () => database.sql`
  insert into organization_retention (organization_id, jobs_days, jobs_kept_from) values (${organization}, 3, ${keptFrom})`
const at = (externalId: string, time: string, more: Partial<JobEvent> = {}) => {
  const startedAt = new Date(time)
  return jobEvent({ externalId, status: 'SUCCEEDED', startedAt, finishedAt: startedAt, ...more })
}

/** What is there, and which hours would be counted again. */
async function held() {
  const rows = await database.sql<{ externalId: string }[]>`
    select external_id from jobs where organization_id = ${organization} order by 1`
  const keys = await database.sql`select from job_keys where organization_id = ${organization}`
  const marks = await database.sql<{ hour: Date }[]>`
    select distinct hour from changed_hours where organization_id = ${organization} order by 1`
  return {
    jobs: rows.map(({ externalId }) => externalId),
    keys: keys.length,
    marks: marks.map(({ hour }) => hour.toISOString()),
  }
}

test('a job that would stand before what is kept is rejected with the place and the reason, and the others are kept', async () => {
  await keep()
  const result = await record(
    at('new', '2026-11-17T00:00:00Z'),
    at('old', '2026-11-16T23:59:59.999Z'),
    at('old', '2026-11-18T00:00:00Z'),
  )
  const reason =
    'The organization keeps jobs from 2026-11-17T00:00:00.000Z on, and this one stands at 2026-11-16T23:59:59.999Z: ' +
    'it is counted as it was, and cannot be recorded or changed any more. Leave it out.'
  expect(result).toEqual({
    accepted: 1,
    unchanged: 0,
    rejected: 2,
    errors: [
      { index: 1, reason },
      { index: 2, reason },
    ],
  })
  expect(await held()).toEqual({ jobs: ['new'], keys: 1, marks: ['2026-11-17T00:00:00.000Z'] })
  expect(await record(at('old', '2026-11-10T00:00:00Z'))).toMatchObject({ accepted: 0, rejected: 1 })
})

test('a job that stands there and is not deleted yet does not change any more', async () => {
  await record(at('a', '2026-11-16T10:00:00Z'), at('b', '2026-11-18T10:00:00Z'))
  await database.sql`delete from changed_hours where organization_id = ${organization}`
  await keep()
  const again = await record(
    at('a', '2026-11-18T10:00:00Z', { trigger: 'push' }),
    at('b', '2026-11-16T10:00:00Z', { trigger: 'push' }),
    at('b', '2026-11-18T10:00:00Z'),
  )
  expect(again).toMatchObject({ accepted: 0, rejected: 3 })
  expect(await record(at('b', '2026-11-18T10:00:00Z'))).toMatchObject({ unchanged: 1 })
  expect(await held()).toEqual({ jobs: ['a', 'b'], keys: 2, marks: [] })
})

test('the same beside a quota, which rejected jobs do not use up', async () => {
  await keep()
  await database.sql`insert into organization_quotas (organization_id, jobs_a_day) values (${organization}, 1)`
  expect(await record(at('old', '2026-11-01T00:00:00Z'), at('new', '2026-11-18T00:00:00Z'))).toMatchObject({
    accepted: 1,
    rejected: 1,
    errors: [{ index: 0 }],
  })
  expect(await held()).toMatchObject({ jobs: ['new'], keys: 1 })
})
