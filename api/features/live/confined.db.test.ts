import { setTimeout as sleep } from 'node:timers/promises'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import type { Context } from '../../schema/context.ts'
import { testContext, testServices } from '../../schema/testing.ts'
import { changesInProcess, insertJobs, listen, makeOrganization, makePipelines } from '../jobs/testing.ts'

/** A key for pipeline `a` watches ranges that move with the clock, while jobs of `b` change. */
let database: TestDatabase
let context: Context
let changes: ReturnType<typeof changesInProcess>
let organizationId: number
let pipelines: { a: number; b: number }
let now: Date

const START = Date.UTC(2026, 10, 1)
/** Longer than the time between two runs. */
const QUIET_MS = 1_300
const PATIENCE_MS = 5_000

const TABLE = 'subscription ($query: MetricQuery!) { live: table(query: $query) { table { rows } changed { cells } } }'
const SERIES =
  'subscription ($query: MetricQuery!) { live: series(query: $query) { series { id } changed { points { value } } } }'
const question = { dataset: 'jobs', measures: ['count', 'duration_p95'], range: { last: 'P1D' } }
const QUESTIONS = [
  [TABLE, question],
  [TABLE, { ...question, dimensions: ['pipeline'] }],
  [TABLE, { ...question, every: 'HOUR' }],
  [SERIES, question],
  [SERIES, { ...question, every: 'HOUR', compare: 'PREVIOUS_PERIOD' }],
] as const

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  organizationId = await makeOrganization(database.sql, 'Confined')
  const [a, b] = await makePipelines(database.sql, organizationId, ['a', 'b'])
  pipelines = { a: a!, b: b! }
  changes = changesInProcess()
  now = new Date(START + 86_400_000)
  context = testContext(
    testServices(database.sql, changes, () => now),
    organizationId,
  )
  context.viewer.apiKey!.pipelines = ['a']
})

/** Records a job so many minutes after the beginning, and tells of it. */
async function record(pipeline: 'a' | 'b', minute: number) {
  const id = randomUUID()
  await insertJobs(database.sql, organizationId, [{ id, pipelineId: pipelines[pipeline], atUs: minute * 60_000_000 }])
  const at = new Date(START + minute * 60_000)
  changes.publish({ organizationId, dataset: 'jobs', ids: [id], from: at, to: at })
}

/** Watches all questions. What is told of each, its first answer left out, is put into its list. */
async function watchAll() {
  const heard = QUESTIONS.map((): unknown[] => [])
  const events = await Promise.all(QUESTIONS.map(([document, query]) => listen(context, document, { query })))
  await Promise.all(events.map((one) => one.next()))
  for (const [index, one] of events.entries()) {
    void (async () => {
      for await (const { data } of one) heard[index]!.push(data.live)
    })()
  }
  return { heard, end: () => Promise.all(events.map((one) => one.return())) }
}

test('a change of other pipelines is not told, not even by the moment of an answer', async () => {
  await record('a', 0.5)
  await record('a', 10)
  await record('b', 10)
  const { heard, end } = await watchAll()
  await record('b', 24 * 60)
  await sleep(QUIET_MS)
  expect(heard).toEqual([[], [], [], [], []])
  // The first job of its own is not of the last day any more: that is said when it is time, and not when others change.
  now = new Date(now.getTime() + 60_000)
  await record('b', 24 * 60 + 1)
  await sleep(QUIET_MS)
  expect(heard).toEqual([[], [], [], [], []])
  await end()
})

test('a change of its own pipelines is told, also beside one of others', async () => {
  await record('a', 10)
  const { heard, end } = await watchAll()
  const told = async () => {
    const until = performance.now() + PATIENCE_MS
    while (heard.some((list) => list.length === 0) && performance.now() < until) await sleep(20)
    return heard.map((list) => list.length)
  }
  await record('b', 11)
  await record('a', 12)
  expect(await told()).toEqual([1, 1, 1, 1, 1])
  await end()
})
