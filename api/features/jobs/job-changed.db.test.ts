import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { permissionsOfScopes } from '../../schema/permissions.ts'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import type { Context } from '../../schema/context.ts'
import { changesInProcess, contextFor, insertJobs, listen, makeOrganization, makePipelines } from './testing.ts'

let database: TestDatabase
let organizationId: number
let pipelineId: number
let context: Context
let changes: ReturnType<typeof changesInProcess>
let made = 0

const SUBSCRIPTION = `subscription ($filter: JobFilter) {
  jobChanged(filter: $filter) { id externalId status pipeline { id name } labels { name value } }
}`

beforeAll(async () => {
  database = await testDatabase()
  organizationId = await makeOrganization(database.sql, 'Mine')
  ;[pipelineId] = (await makePipelines(database.sql, organizationId, ['nightly'])) as [number]
})
afterAll(() => database.drop())
beforeEach(() => {
  changes = changesInProcess()
  context = contextFor(database.sql, organizationId, changes)
})

const DAY_US = 86_400_000_000

/** Inserts jobs on the given day of November, and tells of them. */
async function record(count: number, job: { day?: number; status?: 'RUNNING' | 'FAILED'; externalId?: string } = {}) {
  const { day = 1, ...rest } = job
  const jobs = Array.from({ length: count }, () => ({ pipelineId, atUs: (day - 1) * DAY_US + made++, ...rest }))
  const ids = await insertJobs(database.sql, organizationId, jobs)
  tell(ids)
  return ids
}

function tell(ids: string[] | null, of = organizationId) {
  const [from, to] = [new Date('2026-11-01T00:00:00Z'), new Date('2026-11-30T00:00:00Z')]
  changes.publish({ organizationId: of, dataset: 'jobs', from, to, ids })
}

async function setStatus(id: string, status: string) {
  await database.sql`update jobs set status = ${status}::job_status, changed_at = now() where id = ${id}`
  tell([id])
}

function reads(): number {
  return database.statements.filter((text) => text.includes('from job_keys')).length
}

async function until(condition: () => boolean) {
  for (let tries = 0; !condition(); tries++) {
    if (tries > 400) throw new Error('It did not come to that')
    await sleep(5)
  }
}

test('sends a job when it is made and when it changes', async () => {
  const events = await listen(context, SUBSCRIPTION)
  const [id] = await record(1, { status: 'RUNNING', externalId: 'x' })
  const pipeline = { id: 'nightly', name: 'Name of nightly' }
  expect(await events.next()).toEqual({
    done: false,
    value: { data: { jobChanged: { id, externalId: 'x', status: 'RUNNING', pipeline, labels: [] } } },
  })
  await setStatus(id!, 'FAILED')
  expect((await events.next()).value).toMatchObject({ data: { jobChanged: { id, status: 'FAILED' } } })
  await events.return()
  expect(changes.listeners()).toBe(0)
})

test('sends only what the filter keeps, and only to the organization', async () => {
  const other = await makeOrganization(database.sql, 'Theirs')
  const theirs = await listen(contextFor(database.sql, other, changes), SUBSCRIPTION)
  const events = await listen(context, SUBSCRIPTION, {
    filter: { status: ['FAILED'], pipeline: ['nightly'], text: 'YES' },
  })
  await record(1, { status: 'FAILED', externalId: 'no' })
  await record(1, { status: 'RUNNING', externalId: 'yes' })
  const [id] = await record(1, { status: 'FAILED', externalId: 'yes' })
  expect((await events.next()).value).toMatchObject({ data: { jobChanged: { id } } })
  // Even when they are told of an id of another organization, nobody sees its job.
  tell([id!], other)
  let arrived = false
  void theirs.next().then(({ done }) => (arrived = !done))
  await sleep(100)
  expect(arrived).toBe(false)
  await Promise.all([events.return(), theirs.return()])
})

test('a relative range is counted from each change', async () => {
  let now = new Date('2026-11-02T00:00:00Z')
  const moving = { ...context, now: () => now }
  const events = await listen(moving, SUBSCRIPTION, { filter: { range: { last: 'P1D' } } })
  const [first] = await record(1, { day: 1, externalId: 'first' })
  expect((await events.next()).value).toMatchObject({ data: { jobChanged: { id: first } } })
  now = new Date('2026-11-11T00:00:00Z')
  await record(1, { day: 1, externalId: 'too old' })
  const [second] = await record(1, { day: 10, externalId: 'second' })
  expect((await events.next()).value).toMatchObject({ data: { jobChanged: { id: second } } })
  await events.return()
})

test('what changed is read once, however many subscribers there are', async () => {
  const filters = [{ status: ['FAILED', 'RUNNING'] }, { status: ['RUNNING', 'FAILED', 'FAILED'], text: null }]
  const subscribers = await Promise.all(
    Array.from({ length: 40 }, (_, n) => listen({ ...context }, SUBSCRIPTION, { filter: filters[n % 2] })),
  )
  expect(changes.listeners()).toBe(1)
  database.statements.length = 0
  const next = subscribers.map((events) => events.next())
  const [id] = await record(1, { status: 'RUNNING' })
  for (const result of await Promise.all(next)) expect(result.value).toMatchObject({ data: { jobChanged: { id } } })
  expect(reads()).toBe(1)
  await Promise.all(subscribers.map((events) => events.return()))
  expect(changes.listeners()).toBe(0)
})

test('changes that come while others are read are read together', async () => {
  const events = await listen(context, SUBSCRIPTION)
  const ids = await insertJobs(
    database.sql,
    organizationId,
    Array.from({ length: 50 }, () => ({ pipelineId, atUs: made++ })),
  )
  database.statements.length = 0
  for (const id of ids) tell([id])
  const seen: string[] = []
  while (seen.length < 50) seen.push((await events.next()).value!.data.jobChanged.id)
  expect(seen.toSorted()).toEqual(ids.toSorted())
  expect(reads()).toBe(2)
  await events.return()
})

test('a reader that does not read gets the newest state of each job', async () => {
  const events = await listen(context, SUBSCRIPTION)
  const [a, b] = await record(2, { status: 'RUNNING' })
  await setStatus(a!, 'TIMED_OUT')
  await setStatus(b!, 'CANCELLED')
  await setStatus(a!, 'FAILED')
  database.statements.length = 0
  await until(() => reads() === 0)
  await sleep(150)
  const states = [await events.next(), await events.next()].map(({ value }) => value!.data.jobChanged)
  expect(Object.fromEntries(states.map((job) => [job.id, job.status]))).toEqual({ [a!]: 'FAILED', [b!]: 'CANCELLED' })
  await events.return()
})

async function expectTooMany(events: Awaited<ReturnType<typeof listen>>) {
  const { value } = await events.next()
  expect(value!.data).toBeNull()
  expect(value!.errors![0]!.extensions.code).toBe('TOO_MANY_CHANGES')
  expect(value!.errors![0]!.message).toContain('subscribe anew')
  expect(await events.next()).toEqual({ done: true, value: undefined })
}

test('a reader that does not read for too long is told to begin again', async () => {
  const slow = await listen(context, SUBSCRIPTION)
  const quick = await listen(context, SUBSCRIPTION)
  for (let n = 0; n < 6; n++) {
    await record(200)
    for (let read = 0; read < 200; read++) expect((await quick.next()).value!.errors).toBeUndefined()
  }
  await expectTooMany(slow)
  const [id] = await record(1)
  expect((await quick.next()).value).toMatchObject({ data: { jobChanged: { id } } })
  await quick.return()
  expect(changes.listeners()).toBe(0)
})

test('changes that are not named end it, and one can subscribe anew', async () => {
  const events = await listen(context, SUBSCRIPTION)
  tell(null)
  await expectTooMany(events)
  expect(changes.listeners()).toBe(0)
  const again = await listen(context, SUBSCRIPTION)
  const [id] = await record(1)
  expect((await again.next()).value).toMatchObject({ data: { jobChanged: { id } } })
  await again.return()
})

test('more changes at once than can be held end it', async () => {
  const events = await listen(context, SUBSCRIPTION)
  tell(Array.from({ length: 1001 }, (_, n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`))
  await expectTooMany(events)
})

test('a failing database ends it with an error, and nothing else', async () => {
  const broken = await testDatabase()
  const events = await listen({ ...context, sql: broken.sql }, SUBSCRIPTION)
  await broken.drop()
  tell(['00000000-0000-4000-8000-000000000000'])
  expect((await events.next()).value!.errors).toHaveLength(1)
  expect(await events.next()).toEqual({ done: true, value: undefined })
  expect(changes.listeners()).toBe(0)
})

test('a filter that cannot be answered is refused at once', async () => {
  const filter = { range: { from: '2026-11-02T00:00:00Z', to: '2026-11-01T00:00:00Z' } }
  await expect(listen(context, SUBSCRIPTION, { filter })).rejects.toThrow('is empty')
  await expect(listen(context, SUBSCRIPTION, { filter: { text: '\0' } })).rejects.toThrow('NUL')
  context.viewer.permissions = permissionsOfScopes(['ingest'])
  await expect(listen(context, SUBSCRIPTION)).rejects.toThrow('lacks the scope')
  expect(changes.listeners()).toBe(0)
})
