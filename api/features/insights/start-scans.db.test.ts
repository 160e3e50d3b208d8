import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing.ts'
import { changesInProcess, contextFor } from '../jobs/testing.ts'
import { testOrganization } from '../metrics/testing.ts'
import { startScans } from './index.ts'

let database: TestDatabase

beforeAll(async () => void (database = await testDatabase()))
afterAll(() => database.drop())

interface Scans {
  ended: number
  of: number
}

async function scans(): Promise<Scans> {
  const [row] = await database.sql<Scans[]>`
    select count(*) filter (where ended_at >= started_at)::int as ended, count(*)::int as of from insight_scans`
  return row!
}

test('every organization is scanned, by one of several processes; one that fails does not hold up the others', async () => {
  const organizations = await Promise.all(['A', 'B', 'C'].map((name) => testOrganization(database.sql, name)))
  const errors: unknown[] = []
  const log = { info: () => {}, error: (message: string, details?: object) => void errors.push([message, details]) }
  const context = contextFor(database.sql, organizations[0]!, changesInProcess())
  let asked = 0
  const statementsAtOnce: typeof context.statementsAtOnce = {
    running: () => 0,
    take(group) {
      asked++
      return group === organizations[1] ? Promise.reject(new Error('B is away')) : Promise.resolve(() => {})
    },
  }
  const running = [1, 2].map(() => startScans({ ...context, statementsAtOnce, log }))
  await expect.poll(scans, { timeout: 10_000 }).toEqual({ ended: 2, of: 3 })
  await sleep(100)
  await Promise.all(running.map(({ stop }) => stop()))
  // Each once: two watches of A and of C, and the first of B.
  expect(asked).toBe(5)
  expect(errors).toEqual([
    [
      'An organization could not be scanned for insights',
      { organizationId: organizations[1], error: new Error('B is away') },
    ],
  ])
})
