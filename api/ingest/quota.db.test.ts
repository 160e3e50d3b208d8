import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../db/testing.ts'
import { groupByJob, foldEvents } from './fold.ts'
import type { JobEvent } from './job-event.ts'
import { storedBytes } from './stored-bytes.ts'
import { jobEvent } from './testing-events.ts'
import { recordEvents } from './write.ts'

let database: TestDatabase
let organization: number
const changes = { publish: () => {}, subscribe: () => () => {} }

beforeAll(async () => void (database = await testDatabase()))
afterAll(() => database.drop())
beforeEach(async () => {
  const [row] = await database.sql<{ id: number }[]>`
    insert into organizations (name) values (${crypto.randomUUID()}) returning id`
  organization = row!.id
})

const record = (events: JobEvent[]) => recordEvents({ sql: database.sql, changes }, organization, events)
const job = (name: string, more: Partial<JobEvent> = {}) => jobEvent({ externalId: name, ...more })
const bytesOf = (event: JobEvent) => {
  const [events] = groupByJob(organization, [event])
  return storedBytes(event.externalId, foldEvents(null, events!).state)
}

async function limit({ jobsADay = null, bytes = null }: { jobsADay?: number | null; bytes?: number | null }) {
  await database.sql`
    insert into organization_quotas (organization_id, jobs_a_day, stored_bytes) values (${organization}, ${jobsADay}, ${bytes})
    on conflict (organization_id) do update set jobs_a_day = ${jobsADay}, stored_bytes = ${bytes}`
}

/** What is counted, and what is there. */
async function counted() {
  const [row] = await database.sql`
    select (select jobs from organization_usage where organization_id = ${organization}) as today,
           (select jobs from organization_storage where organization_id = ${organization}) as jobs,
           (select bytes from organization_storage where organization_id = ${organization}) as bytes,
           (select count(*) from jobs where organization_id = ${organization}) as rows,
           (select count(*) from job_keys where organization_id = ${organization}) as keys`
  return row!
}

describe('what is counted', () => {
  test('is new jobs of the day, and the bytes of all', async () => {
    const first = job('a', { labels: { place: 'Zürich' }, metrics: { rows: 3 } })
    await record([first, job('b')])
    expect(bytesOf(first)).toBe(200 + 1 + (5 + 7 + 8) + (4 + 8))
    expect(await counted()).toEqual({ today: 2, jobs: 2, bytes: bytesOf(first) + bytesOf(job('b')), rows: 2, keys: 2 })
    await record([first])
    const longer = job('a', { labels: { place: 'Zürich' }, metrics: { rows: 3 }, trigger: 'schedule' })
    await record([longer])
    expect(await counted()).toMatchObject({ today: 2, jobs: 2, bytes: bytesOf(longer) + bytesOf(job('b')) })
  })

  test('is what the jobs have in the end, however they came in', async () => {
    const events = Array.from({ length: 60 }, (_, index) =>
      job(`${index % 20}`, { labels: { [`label ${index % 7}`]: 'x'.repeat(index) } }),
    )
    await Promise.all(Array.from({ length: 6 }, (_, part) => record(events.slice(part * 10, part * 10 + 10))))
    const before = await counted()
    expect(before).toMatchObject({ today: 20, jobs: 20, rows: 20 })
    const states = groupByJob(organization, events).map((events) => foldEvents(null, events).state)
    expect(before.bytes).toBe(states.reduce((sum, state, index) => sum + storedBytes(`${index}`, state), 0))
  })
})

describe('new jobs a day', () => {
  test('over the quota are rejected one by one; known ones are still updated', async () => {
    await limit({ jobsADay: 2 })
    await record([job('a')])
    const result = await record([
      job('b'),
      job('c'),
      job('a', { trigger: 'push' }),
      job('c', { trigger: 'push' }),
      job('d'),
    ])
    const tomorrow = new Date(Math.ceil(Date.now() / 86_400_000) * 86_400_000).toISOString()
    const reason =
      `The organization has recorded all of its 2 new jobs a day. Send it again from ${tomorrow} on. ` +
      'Known jobs are still updated.'
    expect(result).toEqual({
      accepted: 2,
      unchanged: 0,
      rejected: 3,
      errors: [1, 3, 4].map((index) => ({ index, reason })),
    })
    expect(await counted()).toMatchObject({ today: 2, rows: 2, keys: 2 })
    expect((await record([job('a', { trigger: 'schedule' })])).accepted).toBe(1)
  })

  test('can be recorded again when there is room', async () => {
    await limit({ jobsADay: 1 })
    expect(await record([job('a'), job('b')])).toMatchObject({ accepted: 1, rejected: 1 })
    await database.sql`update organization_usage set day = day - 1 where organization_id = ${organization}`
    expect(await record([job('b')])).toMatchObject({ accepted: 1, rejected: 0 })
  })

  test('are exact however many send at once', async () => {
    await limit({ jobsADay: 100 })
    const batches = Array.from({ length: 20 }, (_, part) =>
      Array.from({ length: 13 }, (_, index) => job(`${part}-${index}`)),
    )
    const results = await Promise.all(batches.map(record))
    expect(results.reduce((sum, result) => sum + result.accepted, 0)).toBe(100)
    expect(results.reduce((sum, result) => sum + result.rejected, 0)).toBe(160)
    expect(await counted()).toMatchObject({ today: 100, jobs: 100, rows: 100, keys: 100 })
  })

  test('of a quota of nothing are all refused', async () => {
    await limit({ jobsADay: 0 })
    expect(await record([job('a')])).toMatchObject({ accepted: 0, rejected: 1 })
    expect(await counted()).toMatchObject({ rows: 0, keys: 0 })
  })
})

describe('stored bytes', () => {
  test('that are used up reject new jobs; known ones may still grow', async () => {
    const size = bytesOf(job('a'))
    await limit({ bytes: 2 * size })
    const result = await record([job('a'), job('b'), job('c')])
    expect(result).toMatchObject({ accepted: 2, rejected: 1 })
    expect(result.errors[0]!.reason).toMatch(/^The jobs of the organization take all of its \d+ bytes\. Ask whoever/)
    expect(await record([job('a', { trigger: 'push' })])).toMatchObject({ accepted: 1 })
    expect(await counted()).toMatchObject({ bytes: 2 * size + 4 })
  })

  test('are exact however many send at once', async () => {
    const size = bytesOf(job('00'))
    await limit({ bytes: 25 * size + 3 })
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, part) => record(Array.from({ length: 5 }, (_, index) => job(`${part}${index}`)))),
    )
    expect(results.reduce((sum, result) => sum + result.accepted, 0)).toBe(25)
    expect(await counted()).toMatchObject({ bytes: 25 * size, rows: 25, keys: 25 })
  })
})
