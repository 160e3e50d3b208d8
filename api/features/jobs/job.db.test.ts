import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import { ask, contextFor, insertJobs, makeOrganization, makePipelines } from './testing.ts'

let database: TestDatabase
let organizationId: number
let otherId: number
let pipelines: number[]
let jobs: string[]
let foreign: string

const EVERYTHING = `id externalId status at attempt queuedAt startedAt finishedAt queueMs durationMs trigger error changedAt
  cost { amount currency } labels { name value } metrics { name value } pipeline { id name createdAt }
  attempts { number status queuedAt startedAt finishedAt queueMs durationMs error }`

beforeAll(async () => {
  database = await testDatabase()
  const { sql } = database
  organizationId = await makeOrganization(sql, 'Mine')
  otherId = await makeOrganization(sql, 'Theirs')
  pipelines = await makePipelines(sql, organizationId, ['a', 'b', 'empty'])
  const theirs = await makePipelines(sql, otherId, ['a'])
  jobs = await insertJobs(
    sql,
    organizationId,
    // Pairs of jobs are one microsecond apart, and both pipelines take turns.
    Array.from({ length: 60 }, (_, n) => ({
      pipelineId: pipelines[n % 2]!,
      atUs: Math.floor(n / 4) * 1000 + (n % 4 > 1 ? 1 : 0),
    })),
  )
  ;[foreign] = (await insertJobs(sql, otherId, [{ pipelineId: theirs[0]!, atUs: 0 }])) as [string]
})
afterAll(() => database.drop())
beforeEach(() => {
  database.statements.length = 0
})

/** What was sent, without what the driver asks for itself when it makes a connection. */
function statements(): string[] {
  return database.statements.filter((text) => !text.includes('pg_catalog'))
}

describe('one job', () => {
  test('has everything that is known of it', async () => {
    const { sql } = database
    await sql`
      update jobs set attempt = 2, status = 'FAILED', error = 'twice', trigger = 'cron', cost = 1.25, currency = 'EUR',
        queued_at = '2026-11-01T00:00:10Z', started_at = '2026-11-01T00:00:12Z', finished_at = '2026-11-01T00:00:15.5Z',
        queue_ms = 2000, duration_ms = 3500, changed_at = '2026-11-01T00:00:16Z',
        labels = '{"zone": "eu", "Env": "prod", "a": ""}', metrics = '{"rows": 1e3, "bytes": 0.5}',
        earlier_attempts = ${sql.json([
          {
            number: 1,
            status: 'TIMED_OUT',
            queuedAt: null,
            startedAt: '2026-11-01T00:00:00.000Z',
            finishedAt: '2026-11-01T00:00:01.250Z',
            error: 'once',
          },
        ])}
      where id = ${jobs[0]!}`
    const { data, errors } = await ask(contextFor(sql, organizationId), `{ job(id: "${jobs[0]!}") { ${EVERYTHING} } }`)
    expect(errors).toBeUndefined()
    expect(data.job).toEqual({
      id: jobs[0],
      externalId: jobs[0],
      status: 'FAILED',
      at: '2026-11-01T00:00:00.000Z',
      attempt: 2,
      queuedAt: '2026-11-01T00:00:10.000Z',
      startedAt: '2026-11-01T00:00:12.000Z',
      finishedAt: '2026-11-01T00:00:15.500Z',
      queueMs: 2000,
      durationMs: 3500,
      trigger: 'cron',
      error: 'twice',
      changedAt: '2026-11-01T00:00:16.000Z',
      cost: { amount: 1.25, currency: 'EUR' },
      labels: [
        { name: 'Env', value: 'prod' },
        { name: 'a', value: '' },
        { name: 'zone', value: 'eu' },
      ],
      metrics: [
        { name: 'bytes', value: 0.5 },
        { name: 'rows', value: 1000 },
      ],
      pipeline: { id: 'a', name: 'Name of a', createdAt: expect.any(String) },
      attempts: [
        {
          number: 1,
          status: 'TIMED_OUT',
          queuedAt: null,
          startedAt: '2026-11-01T00:00:00.000Z',
          finishedAt: '2026-11-01T00:00:01.250Z',
          queueMs: null,
          durationMs: 1250,
          error: 'once',
        },
        {
          number: 2,
          status: 'FAILED',
          queuedAt: '2026-11-01T00:00:10.000Z',
          startedAt: '2026-11-01T00:00:12.000Z',
          finishedAt: '2026-11-01T00:00:15.500Z',
          queueMs: 2000,
          durationMs: 3500,
          error: 'twice',
        },
      ],
    })
  })

  test('has nulls where nothing is known', async () => {
    const query = `{ job(id: "${jobs[1]!.toUpperCase()}") { queuedAt queueMs durationMs trigger error cost { amount } labels { name } attempts { number queueMs } } }`
    const nothing = {
      queuedAt: null,
      queueMs: null,
      durationMs: null,
      trigger: null,
      error: null,
      cost: null,
      labels: [],
    }
    const { data } = await ask(contextFor(database.sql, organizationId), query)
    expect(data.job).toEqual({ ...nothing, attempts: [{ number: 1, queueMs: null }] })
  })

  test('is null for an unknown, a foreign and a malformed id', async () => {
    const context = contextFor(database.sql, organizationId)
    for (const id of ['00000000-0000-0000-0000-000000000000', foreign, 'nonsense', '', '\0']) {
      expect(await ask(context, 'query ($id: ID!) { job(id: $id) { id } }', { id })).toEqual({ data: { job: null } })
    }
    expect((await ask(contextFor(database.sql, otherId), `{ job(id: "${foreign}") { id } }`)).data.job.id).toBe(foreign)
  })

  test('has neighbours in its pipeline, to the microsecond', async () => {
    const { data } = await ask(
      contextFor(database.sql, organizationId),
      '{ pipeline(id: "a") { jobs(first: 500, orderBy: { direction: ASC }) { nodes { id previous { id } next { id } } } } }',
    )
    const nodes: { id: string; previous: unknown; next: unknown }[] = data.pipeline.jobs.nodes
    expect(nodes).toHaveLength(30)
    for (const [n, node] of nodes.entries()) {
      expect(node.previous).toEqual(n === 0 ? null : { id: nodes[n - 1]!.id })
      expect(node.next).toEqual(n === 29 ? null : { id: nodes[n + 1]!.id })
    }
  })
})

describe('statements', () => {
  test('a page with everything takes one, whatever its size', async () => {
    const context = contextFor(database.sql, organizationId)
    for (const first of [1, 50]) {
      database.statements.length = 0
      const { data } = await ask(
        context,
        `{ jobs(first: ${first}) { nodes { ${EVERYTHING} } pageInfo { hasNextPage } } }`,
      )
      expect(data.jobs.nodes).toHaveLength(first)
      expect(statements()).toHaveLength(1)
    }
  })

  test('the total, the neighbours and the last job take one more each', async () => {
    const context = contextFor(database.sql, organizationId)
    await ask(context, '{ jobs { totalCount } }')
    expect(statements()).toHaveLength(2)
    database.statements.length = 0
    const { errors } = await ask(
      context,
      '{ jobs { nodes { previous { id } next { id } pipeline { lastJob { id } } } } }',
    )
    expect(errors).toBeUndefined()
    expect(statements()).toHaveLength(4)
  })

  test('a list of pipelines with their jobs takes a fixed number', async () => {
    const { data, errors } = await ask(
      contextFor(database.sql, organizationId),
      `{ pipelines { totalCount nodes {
          id lastJob { id pipeline { id } }
          jobs(first: 3) { totalCount nodes { id pipeline { id } } pageInfo { hasNextPage } }
          shortest: jobs(last: 2, orderBy: { by: DURATION }, filter: { status: [SUCCEEDED] }) { nodes { id } }
          failed: jobs(filter: { status: [FAILED] }) { totalCount }
      } } }`,
    )
    expect(errors).toBeUndefined()
    // Pipelines and their count, last jobs, three lists, two counts.
    expect(statements()).toHaveLength(8)
    const [a, b, empty] = data.pipelines.nodes
    expect(a.jobs).toMatchObject({ totalCount: 30, pageInfo: { hasNextPage: true } })
    expect(a.jobs.nodes).toHaveLength(3)
    expect(a.jobs.nodes[0].id).toBe(a.lastJob.id)
    expect(a.shortest.nodes).toHaveLength(2)
    expect(a.failed.totalCount).toBe(1)
    expect(b.jobs.nodes.map((job: { pipeline: { id: string } }) => job.pipeline.id)).toEqual(['b', 'b', 'b'])
    expect(b.failed.totalCount).toBe(0)
    expect(empty).toEqual({
      id: 'empty',
      lastJob: null,
      jobs: { totalCount: 0, nodes: [], pageInfo: { hasNextPage: false } },
      shortest: { nodes: [] },
      failed: { totalCount: 0 },
    })
  })

  test('many look-ups of single jobs are one', async () => {
    const aliases = jobs.map((id, n) => `j${n}: job(id: "${id}") { id }`).join(' ')
    const { data } = await ask(contextFor(database.sql, organizationId), `{ ${aliases} }`)
    expect(Object.values(data).map((job) => (job as { id: string }).id)).toEqual(jobs)
    expect(statements()).toHaveLength(1)
  })

  test('a mistake in one list of a pipeline leaves the others alone', async () => {
    const { data, errors } = await ask(
      contextFor(database.sql, organizationId),
      '{ pipeline(id: "a") { good: jobs(first: 1) { nodes { id } } } other: pipeline(id: "a") { jobs(after: "x") { nodes { id } } } }',
    )
    expect(data.pipeline.good.nodes).toHaveLength(1)
    expect(data.other).toBeNull()
    expect(errors).toHaveLength(1)
    expect(errors![0]!.message).toContain('"x" is not a cursor')
  })
})
