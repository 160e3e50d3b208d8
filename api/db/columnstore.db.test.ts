import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordEvents, type JobEvent } from '../ingest/index.ts'
import { useColumnstore } from './columnstore.ts'
import { detectEngine, type Engine } from './grade.ts'
import { testDatabase, type TestDatabase } from './testing.ts'

let database: TestDatabase
let engine: Engine
beforeAll(async () => {
  database = await testDatabase()
  engine = await detectEngine(database.sql)
})
afterAll(() => database.drop())

const event = (externalId: string, status: JobEvent['status'], startedAt: string): JobEvent => ({
  pipeline: 'etl',
  externalId,
  status,
  attempt: 1,
  revision: 0,
  queuedAt: null,
  startedAt: new Date(startedAt),
  finishedAt: status === 'RUNNING' ? null : new Date(Date.parse(startedAt) + 60_000),
  assumed: null,
  trigger: null,
  error: null,
  labels: {},
  metrics: {},
  cost: null,
})

test('may be asked for at every start, on every engine', async () => {
  await useColumnstore(database.owner, engine)
  await useColumnstore(database.owner, engine)
  if (engine.grade !== 'community') return
  const policies = await database.sql`
    select from timescaledb_information.jobs where hypertable_name = 'jobs' and proc_name = 'policy_compression'`
  expect(policies).toHaveLength(1)
})

test('a settled chunk still takes late, changed and moved jobs (TimescaleDB Community)', async ({ skip }) => {
  skip(engine.grade !== 'community', `this server is ${engine.description}`)
  const { sql } = database
  await sql`insert into organizations (name) values ('columns')`
  const [organization] = await sql<{ id: number }[]>`select id from organizations where name = 'columns'`
  const changes = { publish: () => {}, subscribe: () => () => {} }
  const record = (...events: JobEvent[]) => recordEvents({ sql, changes }, organization!.id, events)

  const first = Array.from({ length: 500 }, (_, i) => event(`job-${i}`, 'RUNNING', '2025-01-10T00:00:00Z'))
  expect(await record(...first)).toMatchObject({ accepted: 500 })
  const compressed = await database.owner`select compress_chunk(c) from show_chunks('jobs') c`
  expect(compressed.length).toBeGreaterThan(0)

  expect(await record(event('job-1', 'RUNNING', '2025-01-10T00:00:00Z'))).toMatchObject({ unchanged: 1 })
  expect(await record(event('job-1', 'SUCCEEDED', '2025-01-10T00:00:00Z'))).toMatchObject({ accepted: 1 })
  expect(await record(event('job-2', 'FAILED', '2024-11-01T00:00:00Z'))).toMatchObject({ accepted: 1 })
  expect(await record(event('late', 'SUCCEEDED', '2025-01-11T00:00:00Z'))).toMatchObject({ accepted: 1 })
  const rows = await sql`
    select external_id, status, at from jobs
    where organization_id = ${organization!.id} and status <> 'RUNNING' order by external_id`
  expect(rows.map((row) => [row['externalId'], row['status'], row['at']])).toEqual([
    ['job-1', 'SUCCEEDED', new Date('2025-01-10T00:00:00Z')],
    ['job-2', 'FAILED', new Date('2024-11-01T00:00:00Z')],
    ['late', 'SUCCEEDED', new Date('2025-01-11T00:00:00Z')],
  ])
  const [count] = await sql<{ count: number }[]>`select count(*)::int as count from jobs`
  expect(count!.count).toBe(501)
})
