import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing.ts'
import { rebuildRollups } from '../../rollups/index.ts'
import type { Context } from '../../schema/context.ts'
import { ask, contextFor } from '../jobs/testing.ts'
import { insertJobs, testJob, testOrganization } from '../metrics/testing.ts'

let database: TestDatabase
let mine: Context

const HOUR_MS = 3_600_000

/** Two run at night for minutes, two every hour for seconds; of one no run ended, and one ran long ago. */
beforeAll(async () => {
  database = await testDatabase()
  const organizationId = await testOrganization(database.sql, 'Mine')
  mine = contextFor(database.sql, organizationId)
  const hours = Array.from({ length: 14 * 24 }, (_, i) => Date.parse('2026-11-20T11:30:00Z') - i * HOUR_MS)
  const nights = hours.filter((at) => new Date(at).getUTCHours() === 2)
  const runs = (pipeline: string, durationMs: number, at: readonly number[]) =>
    at.map((one, i) => testJob({ at: new Date(one), pipeline, durationMs: durationMs + (i % 5) }))
  await insertJobs(database.sql, organizationId, [
    ...runs('backup', 600_000, nights),
    ...runs('archive', 660_000, nights),
    ...runs('ping', 2_000, hours),
    ...runs('pong', 2_200, hours),
    testJob({ at: new Date('2026-11-19T00:00:00Z'), pipeline: 'endless', status: 'RUNNING' }),
    testJob({ at: new Date('2026-01-01T00:00:00Z'), pipeline: 'silent', durationMs: 5 }),
  ])
})
afterAll(() => database.drop())

const SIMILAR = `query ($pipeline: ID!, $first: Int, $timezone: String) {
  similarPipelines(pipeline: $pipeline, first: $first, timezone: $timezone) {
    reason found { pipeline similarity aspects { aspect similarity } } } }`
const CLUSTERS = '{ pipelineClusters { reason found { pipelines example silhouette } } }'

/** A key that is confined to these pipelines. */
function confinedTo(...pipelines: string[]): Context {
  const apiKey = { id: 1, name: 'key', scopes: [], pipelines, addresses: null, requestsAMinute: null }
  return { ...mine, viewer: { ...mine.viewer, apiKey } }
}

test('the one that runs at the same hours, as long and as often, is the most alike, and says in what', async () => {
  const { data, errors } = await ask(mine, SIMILAR, { pipeline: 'backup' })
  expect(errors).toBeUndefined()
  const { found, reason } = data.similarPipelines
  expect(reason).toBeNull()
  expect(found.map((one: { pipeline: string }) => one.pipeline)).toEqual([
    'archive',
    expect.any(String),
    expect.any(String),
  ])
  expect(found[0].similarity).toBeGreaterThan(0.99)
  expect(found[1].similarity).toBeLessThan(0.3)
  const aspects = found[1].aspects.map((one: { aspect: string }) => one.aspect)
  // None failed; what is least alike comes last.
  expect(aspects[0]).toBe('FAILURES')
  expect(aspects.toSorted()).toEqual(['DURATIONS', 'FAILURES', 'HOURS', 'RUNS'])
})

test('as many as are asked for, in any time zone', async () => {
  const { data } = await ask(mine, SIMILAR, { pipeline: 'ping', first: 1, timezone: 'Asia/Kolkata' })
  expect(data.similarPipelines.found.map((one: { pipeline: string }) => one.pipeline)).toEqual(['pong'])
  const { errors } = await ask(mine, SIMILAR, { pipeline: 'ping', timezone: 'Asia/Kolkatta' })
  expect(errors?.[0]).toMatchObject({
    message: expect.stringContaining('The nearest name is'),
    extensions: { code: 'BAD_INPUT' },
  })
})

test('pipelines fall into those of the night and those of every hour', async () => {
  const { data, errors } = await ask(mine, CLUSTERS)
  expect(errors).toBeUndefined()
  const { found, reason } = data.pipelineClusters
  expect(reason).toBeNull()
  const groups = found.map(({ pipelines }: { pipelines: string[] }) => pipelines.toSorted().join())
  expect(groups.toSorted()).toEqual(['archive,backup', 'ping,pong'])
  for (const { pipelines, example, silhouette } of found) {
    expect(pipelines).toContain(example)
    expect(silhouette).toBeGreaterThan(0.9)
  }
})

test('a pipeline of which nothing is known says so', async () => {
  for (const pipeline of ['silent', 'endless']) {
    const { data } = await ask(mine, SIMILAR, { pipeline })
    expect(data.similarPipelines).toMatchObject({ found: null, reason: expect.stringContaining('Too little is known') })
  }
})

test('a pipeline whose hours are not kept is left out', async () => {
  const organizationId = await testOrganization(database.sql, 'Forgetful')
  await insertJobs(database.sql, organizationId, [
    testJob({ at: new Date('2026-11-08T00:00:00Z'), pipeline: 'early', durationMs: 5 }),
  ])
  const all = { from: new Date('2026-11-01T00:00:00Z'), to: mine.now(), onProgress: () => {} }
  await rebuildRollups(database.sql, { organizationId, ...all })
  const context = contextFor(database.sql, organizationId)
  context.viewer.kept = { jobs: new Date('2026-11-15T00:00:00Z'), rollups: null }
  const reasonIn = async (timezone: string) =>
    (await ask(context, SIMILAR, { pipeline: 'early', timezone })).data.similarPipelines.reason
  expect(await reasonIn('UTC')).toContain('1 pipeline has runs')
  // Hours begin at half past there, and rollups have those of UTC.
  expect(await reasonIn('Asia/Kolkata')).toContain('Too little is known')
})

test('one that is none, or beyond the key, is null', async () => {
  for (const pipeline of ['nothing', '', '\0']) {
    expect(await ask(mine, SIMILAR, { pipeline })).toEqual({ data: { similarPipelines: null } })
  }
  const beyond = await ask(confinedTo('ping', 'pong', 'archive'), SIMILAR, { pipeline: 'backup' })
  expect(beyond).toEqual({ data: { similarPipelines: null } })
})

test('a confined key compares its own pipelines only, and two are too few', async () => {
  const three = await ask(confinedTo('ping', 'pong', 'archive'), SIMILAR, { pipeline: 'ping' })
  expect(three.data.similarPipelines.found).toMatchObject([{ pipeline: 'pong' }, { pipeline: 'archive' }])
  const reason = 'Too few to compare: 2 pipelines have runs that ended in the last 14 days, and 3 are needed.'
  const two = confinedTo('ping', 'pong', 'silent')
  expect((await ask(two, SIMILAR, { pipeline: 'ping' })).data.similarPipelines).toEqual({ found: null, reason })
  expect((await ask(two, CLUSTERS)).data.pipelineClusters).toEqual({ found: null, reason })
})
