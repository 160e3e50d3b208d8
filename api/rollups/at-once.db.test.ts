import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../db/testing.ts'
import { createOrganization } from '../features/organizations/index.ts'
import { askTable } from '../features/metrics/index.ts'
import { reachOf } from '../features/metrics/testing.ts'
import { recordEvents } from '../ingest/index.ts'
import { jobEvent } from '../ingest/testing-events.ts'
import { refreshRollups } from './index.ts'

/** Writers, several that bring rollups up to date, and readers, all at the same time on the same few hours. */
let database: TestDatabase
beforeAll(async () => void (database = await testDatabase()))
afterAll(() => database.drop())

const changes = { publish: () => {}, subscribe: () => () => {} }
const range = { from: new Date('2026-11-20T00:00Z'), to: new Date('2026-11-21T00:00Z') }
const now = new Date('2026-11-22T00:00Z')

test('nothing is lost, counted twice, or seen half', async () => {
  const { sql } = database
  const { id: organizationId } = await createOrganization(sql, 'Busy')
  const count = async () => {
    const question = { dataset: 'jobs', measures: ['count'], range }
    const table = await askTable(database, reachOf(organizationId), question, now)
    return Number(table.rows[0]![0])
  }
  let written = 0
  const writer = async (name: string) => {
    for (let batch = 0; batch < 25; batch++) {
      const events = Array.from({ length: 8 }, (_, i) => {
        const startedAt = new Date(range.from.getTime() + ((batch * 8 + i) % 30) * 2_400_000)
        return jobEvent({ externalId: `${name} ${batch} ${i}`, startedAt, finishedAt: startedAt })
      })
      await recordEvents({ sql, changes }, organizationId, events)
      written += events.length
    }
  }
  let isWriting = true
  const refresher = async () => {
    while (isWriting) await refreshRollups(sql, { quietSince: null, organizationId })
  }
  const reader = async () => {
    while (isWriting) {
      const before = written
      const seen = await count()
      // What was committed before it asked is there; of what came meanwhile, whole batches.
      expect(seen).toBeGreaterThanOrEqual(before)
      expect(seen % 8).toBe(0)
    }
  }
  const others = [refresher(), refresher(), reader(), reader()]
  await Promise.all(['a', 'b', 'c'].map(writer)).finally(() => (isWriting = false))
  await Promise.all(others)
  expect(await count()).toBe(600)
  await refreshRollups(sql, { quietSince: null, organizationId })
  expect(await count()).toBe(600)
  const [{ jobs }] = await sql<[{ jobs: number }]>`
    select sum(jobs)::int as jobs from jobs_by_day where organization_id = ${organizationId} and pipeline_id = 0`
  expect(jobs).toBe(600)
})
