import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { permissionsOfScopes } from '../../schema/permissions.ts'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import type { Context } from '../../schema/context.ts'
import { changesInProcess, contextFor, listen } from '../jobs/testing.ts'

let database: TestDatabase
let context: Context
let changes: ReturnType<typeof changesInProcess>

const SUBSCRIPTION = 'subscription ($datasets: [String!]) { datasetChanged(datasets: $datasets) { dataset from to } }'

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())
beforeEach(() => {
  changes = changesInProcess()
  context = contextFor(database.sql, 1, changes)
})

function at(minute: number): Date {
  return new Date(Date.UTC(2026, 10, 1, 0, minute))
}

function tell(from: number, to: number, change: { organizationId?: number; dataset?: 'insights' } = {}) {
  changes.publish({ organizationId: 1, dataset: 'jobs', ids: null, from: at(from), to: at(to), ...change })
}

test('tells the first change at once, and the next ones together after a quarter of a second', async () => {
  const events = await listen(context, SUBSCRIPTION)
  const start = performance.now()
  tell(5, 6)
  const first = { dataset: 'jobs', from: at(5).toISOString(), to: at(6).toISOString() }
  expect((await events.next()).value).toEqual({ data: { datasetChanged: first } })
  expect(performance.now() - start).toBeLessThan(150)
  tell(9, 9)
  tell(3, 4)
  tell(7, 7)
  const joined = { dataset: 'jobs', from: at(3).toISOString(), to: at(9).toISOString() }
  expect((await events.next()).value).toEqual({ data: { datasetChanged: joined } })
  expect(performance.now() - start).toBeGreaterThan(245)
  await events.return()
  expect(changes.listeners()).toBe(0)
})

test('sends at most four a second, and holds one however many there are', async () => {
  const events = await listen(context, SUBSCRIPTION, { datasets: ['jobs'] })
  let count = 0
  const reading = (async () => {
    for await (const event of events) if (event.data) count++
  })()
  const end = performance.now() + 1_000
  while (performance.now() < end) {
    tell(1, 2)
    await sleep(1)
  }
  expect(count).toBeGreaterThanOrEqual(3)
  expect(count).toBeLessThanOrEqual(5)
  await events.return()
  await reading
})

test('tells nothing of other organizations', async () => {
  const events = await listen(context, SUBSCRIPTION)
  tell(1, 2, { organizationId: 2 })
  tell(1, 2, { dataset: 'insights' })
  tell(7, 8)
  expect((await events.next()).value!.data.datasetChanged.from).toBe(at(7).toISOString())
  await events.return()
})

test('refuses a dataset that there is not', async () => {
  await expect(listen(context, SUBSCRIPTION, { datasets: ['jbos'] })).rejects.toThrow(
    'There is no dataset "jbos". There is "jobs".',
  )
  await expect(listen(context, SUBSCRIPTION, { datasets: [] })).rejects.toThrow('"datasets" is empty')
  context.viewer.permissions = permissionsOfScopes(['ingest'])
  await expect(listen(context, SUBSCRIPTION)).rejects.toThrow('lacks the scope')
  expect(changes.listeners()).toBe(0)
})
