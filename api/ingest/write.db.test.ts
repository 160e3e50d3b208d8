import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../db/testing.ts'
import { transaction } from '../db/transaction.ts'
import type { Change, Changes } from '../lib/changes.ts'
import { foldEvents, groupByJob } from './fold.ts'
import type { JobEvent } from './job-event.ts'
import { jobId } from './job-id.ts'
import { stateOfStored, type StoredJob } from './stored-job.ts'
import { jobEvent, jobEvents, second } from './testing-events.ts'
import { recordEvents } from './write.ts'

let database: TestDatabase
let organization: number
const published: Change[] = []
const changes: Changes = { publish: (change) => void published.push(change), subscribe: () => () => {} }

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  organization = await newOrganization()
  published.length = 0
})

async function newOrganization(): Promise<number> {
  const { sql } = database
  const [row] = await sql<{ id: number }[]>`
    insert into organizations (name) values (${crypto.randomUUID()}) returning id`
  return row!.id
}

function record(events: JobEvent[], organizationId = organization) {
  return recordEvents({ sql: database.sql, changes }, organizationId, events)
}

/** All jobs of an organization as states by id, after making sure that keys and rows agree. */
async function stored(organizationId = organization) {
  const { sql } = database
  const rows = await sql<
    (StoredJob & { at: Date; queueMs: number; durationMs: number; keyAt: Date; pipeline: string })[]
  >`
    select jobs.*, job_keys.at as key_at, pipelines.key as pipeline
    from jobs
    join job_keys on job_keys.organization_id = jobs.organization_id and job_keys.job_id = jobs.id
    join pipelines on pipelines.organization_id = jobs.organization_id and pipelines.id = jobs.pipeline_id
    where jobs.organization_id = ${organizationId}`
  const [keys] = await sql`select count(*) as count from job_keys where organization_id = ${organizationId}`
  expect(keys!.count).toBe(rows.length)
  const states = rows.map((row) => {
    const state = stateOfStored(row)
    expect(row).toMatchObject({ at: state.at, keyAt: state.at, queueMs: state.queueMs, durationMs: state.durationMs })
    return [row.id, state] as const
  })
  expect(new Set(states.map(([id]) => id)).size).toBe(rows.length)
  return Object.fromEntries(states)
}

function folded(events: JobEvent[]) {
  const jobs = groupByJob(organization, events)
  return Object.fromEntries(jobs.map((job) => [job.id, foldEvents(null, job).state]))
}

describe('recordEvents', () => {
  test('keeps a new job as it was sent', async () => {
    const event = jobEvent({
      status: 'FAILED',
      queuedAt: new Date('2026-11-20T10:00:00.001Z'),
      startedAt: new Date('2026-11-20T10:00:01.010Z'),
      finishedAt: new Date('2026-11-20T10:01:00.999Z'),
      trigger: 'NULL',
      error: 'line "1"\n\\line {2}, \u{1f600}',
      labels: { 'a "quoted" name': 'x,y}', __proto__: 'z' },
      metrics: { rows: 1e300, share: 0.1 },
      cost: { amount: 0.1 + 0.2, currency: 'EUR' },
    })
    expect(await record([event])).toEqual({ accepted: 1, unchanged: 0, rejected: 0, errors: [] })
    const id = jobId(organization, 'build', '1')
    expect(await stored()).toEqual({ [id]: folded([event])[id] })
    expect(published).toEqual([
      { organizationId: organization, dataset: 'jobs', from: event.queuedAt, to: event.queuedAt, ids: [id] },
    ])
  })

  test('changes nothing, writes nothing and tells nobody when it comes again', async () => {
    const events = [
      jobEvent(),
      jobEvent({ externalId: '2', status: 'QUEUED', queuedAt: second(1), assumed: 'queuedAt' }),
    ]
    await record(events)
    published.length = 0
    // Which transaction wrote each row, and which hours are marked.
    const written = () => database.owner`
      select xmin::text, ctid::text, id::text from jobs union all select xmin::text, ctid::text, job_id::text from job_keys
      union all select xmin::text, ctid::text, id::text from changed_hours order by 1, 2, 3`
    const before = [...(await written())]
    expect(await record([...events, ...events])).toEqual({ accepted: 0, unchanged: 4, rejected: 0, errors: [] })
    expect(published).toEqual([])
    expect([...(await written())]).toEqual(before)
  })

  test('merges what comes late, also when it moves the job in time', async () => {
    const done = jobEvent({ finishedAt: second(100), labels: { a: 'x' } })
    const longAgo = new Date(Date.UTC(2026, 2, 1))
    const queued = jobEvent({ status: 'QUEUED', queuedAt: longAgo, labels: { b: 'y' } })
    await record([done])
    published.length = 0
    expect(await record([queued])).toMatchObject({ accepted: 1 })
    expect(Object.values(await stored())).toMatchObject([
      { at: longAgo, labels: { a: 'x', b: 'y' }, latest: { status: 'SUCCEEDED' } },
    ])
    expect(published).toMatchObject([{ from: longAgo, to: second(100) }])
  })

  test('remembers which times nobody sent, so that they give way to sent ones later', async () => {
    await record([jobEvent({ status: 'QUEUED', queuedAt: second(10), assumed: 'queuedAt' })])
    expect(Object.values(await stored())).toMatchObject([{ latest: { assumed: ['queuedAt'] } }])
    const running = jobEvent({ status: 'RUNNING', startedAt: second(8) })
    expect(await record([running, { ...running, attempt: 2 }])).toMatchObject({ accepted: 2 })
    expect(Object.values(await stored())).toMatchObject([{ at: second(8), earlierAttempts: [{ queuedAt: null }] }])
  })

  test('writes a batch of several pieces whole, or nothing of it', async () => {
    const jobs = (first: string) => {
      return Array.from({ length: 1_200 }, (_, n) => jobEvent({ externalId: n === 0 ? first : String(n) }))
    }
    await database.owner`alter table jobs add constraint refuses_bad check (external_id <> 'bad')`
    await expect(record(jobs('bad'))).rejects.toThrow('refuses_bad')
    expect(await stored()).toEqual({})
    expect(await record(jobs('good'))).toMatchObject({ accepted: 1_200 })
    expect(await stored()).toEqual(folded(jobs('good')))
    await database.owner`alter table jobs drop constraint refuses_bad`
  })

  test('takes new jobs together with known ones, whether it looked for those at once or not', async () => {
    const jobs = (from: number, to: number) => {
      return Array.from({ length: to - from }, (_, n) => jobEvent({ externalId: String(from + n) }))
    }
    await record(jobs(0, 1))
    for (const [from, to, accepted] of [
      [0, 3_000, 2_999],
      [2_999, 3_003, 3],
      [3_003, 3_005, 2],
      [3_004, 3_006, 1],
    ] as const) {
      expect(await record(jobs(from, to))).toMatchObject({ accepted, unchanged: to - from - accepted })
      expect(await stored()).toEqual(folded(jobs(0, to)))
    }
  })

  test('answers contradictions one by one and keeps the rest', async () => {
    await record([jobEvent({ status: 'QUEUED', queuedAt: second(50) })])
    const result = await record([
      jobEvent({ externalId: '2', finishedAt: second(10) }),
      jobEvent({ status: 'RUNNING', startedAt: second(40) }),
      jobEvent({ externalId: '2', status: 'RUNNING', startedAt: second(20) }),
      jobEvent({ status: 'RUNNING', startedAt: second(60) }),
    ])
    expect(result).toMatchObject({ accepted: 2, unchanged: 0, rejected: 2, errors: [{ index: 1 }, { index: 2 }] })
    expect(result.errors[0]!.reason).toMatch('startedAt 2026-11-20T10:00:40.000Z would lie before queuedAt')
    expect(Object.keys(await stored())).toHaveLength(2)
  })

  test('keeps organizations apart', async () => {
    const other = await newOrganization()
    await record([jobEvent({ labels: { a: 'mine' } })])
    await record([jobEvent({ labels: { a: 'theirs' } })], other)
    expect(Object.values(await stored())).toMatchObject([{ labels: { a: 'mine' } }])
    expect(Object.values(await stored(other))).toMatchObject([{ labels: { a: 'theirs' } }])
  })

  test('makes pipelines once, without using up numbers', async () => {
    const { sql } = database
    for (let round = 0; round < 5; round++) await record([jobEvent({ pipeline: 'a' }), jobEvent({ pipeline: 'b' })])
    await record([jobEvent({ pipeline: 'c' })])
    const rows = await sql<{ id: number; key: string; name: string }[]>`
      select id, key, name from pipelines where organization_id = ${organization} order by key`
    expect(rows.map((row) => [row.key, row.name, row.id - rows[0]!.id])).toEqual([
      ['a', 'a', 0],
      ['b', 'b', 1],
      ['c', 'c', 2],
    ])
  })

  test('works inside a transaction that is open, and leaves nothing behind when that is rolled back', async () => {
    const undo = new Error('undo')
    const work = transaction(database.sql, async (sql) => {
      await recordEvents({ sql, changes }, organization, [jobEvent({ pipeline: 'new' })])
      const again = await recordEvents({ sql, changes }, organization, [jobEvent({ pipeline: 'new' })])
      expect(again).toMatchObject({ unchanged: 1 })
      throw undo
    })
    await expect(work).rejects.toBe(undo)
    expect(await stored()).toEqual({})
    expect(await record([jobEvent({ pipeline: 'new' })])).toMatchObject({ accepted: 1 })
  })

  test('makes a job anew when its row was dropped with old data', async () => {
    const { sql } = database
    await record([jobEvent()])
    await sql`delete from jobs where organization_id = ${organization}`
    expect(await record([jobEvent({ finishedAt: second(5) })])).toMatchObject({ accepted: 1 })
    expect(Object.values(await stored())).toMatchObject([{ at: second(5) }])
  })

  test('takes 10,000 events at once, and refuses more', async () => {
    const many = Array.from({ length: 10_000 }, (_, i) => jobEvent({ externalId: `${i}`, finishedAt: second(i) }))
    expect(await record(many)).toMatchObject({ accepted: 10_000 })
    expect(await record(many)).toMatchObject({ unchanged: 10_000 })
    await expect(record([...many, jobEvent()])).rejects.toThrow('10001 events in one call')
    expect(await record([])).toEqual({ accepted: 0, unchanged: 0, rejected: 0, errors: [] })
  })

  test('gives the table that merging the events one by one gives, in any order and in any batches', async () => {
    const batches = fc.array(jobEvents, { minLength: 1, maxLength: 30 }).chain((events) => {
      const order = fc.shuffledSubarray(events, { minLength: events.length })
      return fc.tuple(fc.constant(events), order, fc.integer({ min: 1, max: 10 }))
    })
    await fc.assert(
      fc.asyncProperty(batches, async ([events, order, size]) => {
        organization = await newOrganization()
        let changed = 0
        for (let start = 0; start < order.length; start += size) {
          const result = await record(order.slice(start, start + size))
          expect(result.errors).toEqual([])
          changed += result.accepted
        }
        expect(changed).toBeGreaterThan(0)
        expect(await stored()).toEqual(folded(events))
      }),
      { numRuns: 40 },
    )
  })
})

describe('many writers at once', () => {
  test('of the same jobs, in random order, end with the same table and without waiting in a circle', async () => {
    const statuses = ['QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED'] as const
    const events = Array.from({ length: 1200 }, (_, i) => {
      const status = statuses[i % 4]!
      return jobEvent({
        pipeline: `p${i % 7}`,
        externalId: `${(i * 7919) % 150}`,
        status,
        queuedAt: second(i % 3),
        startedAt: status === 'QUEUED' ? null : second(100 + (i % 3)),
        finishedAt: i % 4 < 2 ? null : second(200 + (i % 5)),
        labels: { [`l${i % 5}`]: `${i % 11}` },
      })
    })
    const random = fc.sample(fc.shuffledSubarray(events, { minLength: events.length }), { numRuns: 4, seed: 7 })
    const batches = random.flatMap((order) => {
      return Array.from({ length: 20 }, (_, i) => order.slice(i * 60, i * 60 + 60))
    })
    const results = await Promise.all(batches.map((batch) => record(batch)))
    expect(results.flatMap((result) => result.errors)).toEqual([])
    expect(await stored()).toEqual(folded(events))
  })
})
