import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { Change } from '../lib/changes.ts'
import { makeLog } from '../lib/log.ts'
import { openChanges } from './changes-over-postgres.ts'
import { testDatabase, type TestDatabase } from './testing.ts'

let database: TestDatabase
beforeAll(async () => void (database = await testDatabase()))
afterAll(() => database.drop())

const log = makeLog(
  () => {},
  () => new Date(),
)
const jobId = '01234567-89ab-8def-8123-456789abcdef'
const change = (organizationId: number, minute = 0): Change => {
  const at = new Date(Date.UTC(2026, 0, 1, 0, minute))
  return { organizationId, dataset: 'jobs', from: at, to: at, ids: [jobId] }
}

function open() {
  const changes = openChanges({ url: database.url, sql: database.sql, log })
  onTestFinished(() => changes.close())
  return changes
}

function hear(changes: ReturnType<typeof open>, organizationId: number): Change[] {
  const heard: Change[] = []
  changes.subscribe(organizationId, (one) => heard.push(one))
  return heard
}

const listening = () =>
  expect
    .poll(
      () => database.owner`
      select from pg_stat_activity where datname = current_database() and query ilike 'listen%'`,
    )
    .not.toHaveLength(0)

test('another process hears of a change, of its own organization only', async () => {
  const [here, there] = [open(), open()]
  const mine = hear(there, 1)
  const foreign = hear(there, 2)
  await listening()
  here.publish(change(1))
  await expect.poll(() => mine).toEqual([change(1)])
  expect(foreign).toEqual([])
})

test('a burst becomes one notification at once and one after the window', async () => {
  const changes = open()
  const heard = hear(changes, 1)
  await listening()
  for (let minute = 0; minute < 30; minute++) changes.publish(change(1, minute))
  await expect.poll(() => heard).toHaveLength(2)
  await sleep(400)
  expect(heard).toHaveLength(2)
  expect(heard[1]).toEqual({ ...change(1), from: change(1, 1).from, to: change(1, 29).to })
})

test('when the connection breaks it is made anew, and everyone hears that anything may have changed', async () => {
  const changes = open()
  const heard = hear(changes, 1)
  await listening()
  await database.owner`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query ilike 'listen%'`
  await expect.poll(() => heard.some((one) => one.ids === null), { timeout: 5000 }).toBe(true)
  heard.length = 0
  changes.publish(change(1))
  await expect.poll(() => heard).toEqual([change(1)])
})

test('closing sends what still waits', async () => {
  const listener = open()
  const heard = hear(listener, 3)
  await listening()
  const changes = openChanges({ url: database.url, sql: database.sql, log })
  changes.publish(change(3, 1))
  changes.publish(change(3, 2))
  await changes.close()
  await expect.poll(() => heard).toHaveLength(2)
})
