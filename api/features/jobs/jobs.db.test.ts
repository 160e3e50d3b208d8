import fc from 'fast-check'
import { connectionFromArray } from 'graphql-relay'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { permissionsOfScopes } from '../../schema/permissions.ts'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import { encodeCursor } from '../../schema/paging.ts'
import { ask, contextFor, insertJobs, makeOrganization, makePipelines, type TestJob } from './testing.ts'

const STATUSES = ['QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED', 'TIMED_OUT'] as const
const PAGE = `query ($filter: JobFilter, $orderBy: JobOrder, $first: Int, $after: String, $last: Int, $before: String) {
  jobs(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
    edges { cursor node { id } } nodes { id } totalCount
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

/** A uuid with a given number at its end: they sort like their numbers. */
function uuid(n: number): string {
  return `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`
}

/** Four places, some of them one microsecond apart and some in different chunks of a hypertable, shared by many jobs. */
const TIMES_US = [0, 1, 999, 1_000, 60 * 86_400_000_000]

/** The list as it should be, sorted in JavaScript. */
function sorted(
  jobs: readonly Required<Pick<TestJob, 'id' | 'atUs' | 'durationMs'>>[],
  order: { by: string; direction: string },
) {
  const keyOf = (job: (typeof jobs)[number]) => (order.by === 'TIME' ? job.atUs : (job.durationMs ?? -1))
  const list = jobs.toSorted((a, b) => keyOf(a) - keyOf(b) || (a.id < b.id ? -1 : 1))
  return order.direction === 'ASC' ? list : list.toReversed()
}

describe('against connectionFromArray of graphql-relay', () => {
  let organizationId: number
  let keys: string[]
  let jobs: (TestJob & { id: string; durationMs: number | null; status: (typeof STATUSES)[number]; key: string })[]

  beforeAll(async () => {
    const { sql } = database
    organizationId = await makeOrganization(sql, 'Differential')
    const other = await makeOrganization(sql, 'Neighbour')
    keys = ['alpha', 'beta', 'gamma']
    const ids = await makePipelines(sql, organizationId, keys)
    const [foreign] = await makePipelines(sql, other, ['alpha'])
    jobs = Array.from({ length: 60 }, (_, n) => ({
      id: uuid((n * 7) % 60),
      pipelineId: ids[n % 3]!,
      key: keys[n % 3]!,
      atUs: TIMES_US[n % 5]!,
      status: STATUSES[(n * 5 + Math.floor(n / 6)) % 6]!,
      durationMs: n % 4 === 0 ? null : n % 4,
    }))
    await insertJobs(sql, organizationId, jobs)
    await insertJobs(sql, other, [{ id: uuid(5), pipelineId: foreign!, atUs: 1 }])
  })

  const size = fc.option(fc.integer({ min: 0, max: 70 }), { nil: undefined })
  const place = fc.option(fc.nat({ max: 59 }), { nil: undefined })
  const question = fc.record({
    order: fc.record({ by: fc.constantFrom('TIME', 'DURATION'), direction: fc.constantFrom('ASC', 'DESC') }),
    statuses: fc.option(fc.subarray([...STATUSES]), { nil: undefined }),
    pipelines: fc.option(fc.subarray(['alpha', 'beta', 'gamma', 'unknown']), { nil: undefined }),
    first: size,
    last: size,
    after: place,
    before: place,
  })

  test('every page is the one of the array', { timeout: 60_000 }, async () => {
    const context = contextFor(database.sql, organizationId)
    await fc.assert(
      fc.asyncProperty(question, async ({ order, statuses, pipelines, first, last, after, before }) => {
        fc.pre(first === undefined || last === undefined)
        const kept = jobs.filter(
          (job) => (!statuses || statuses.includes(job.status)) && (!pipelines || pipelines.includes(job.key)),
        )
        const list = sorted(kept, order)
        const whole = await everything(context, { filter: { status: statuses, pipeline: pipelines }, orderBy: order })
        expect(whole.map((edge) => edge.node.id)).toEqual(list.map((job) => job.id))

        const size = last === undefined ? { first: first ?? 50 } : { last }
        const cut = { ...size, after: arrayCursor(after, list), before: arrayCursor(before, list) }
        const expected = connectionFromArray(list, cut)
        const { data, errors } = await ask(context, PAGE, {
          filter: { status: statuses, pipeline: pipelines },
          orderBy: order,
          first,
          last,
          after: whole[after ?? -1]?.cursor,
          before: whole[before ?? -1]?.cursor,
        })
        expect(errors).toBeUndefined()
        const got: Page = data.jobs
        expect(got.nodes.map((node) => node.id)).toEqual(expected.edges.map((edge) => edge.node.id))
        expect(got.totalCount).toBe(list.length)
        expect(got.pageInfo.startCursor).toBe(got.edges.at(0)?.cursor ?? null)
        expect(got.pageInfo.endCursor).toBe(got.edges.at(-1)?.cursor ?? null)
        // In the direction of paging the library and we agree. In the other one it always says no, although Relay asks for
        // the truth where that is cheap: a page that begins at a cursor has that cursor's job before it.
        const isAfter = after !== undefined && after < list.length
        const isBefore = before !== undefined && before < list.length
        expect(got.pageInfo.hasNextPage).toBe(last === undefined ? expected.pageInfo.hasNextPage : isBefore)
        expect(got.pageInfo.hasPreviousPage).toBe(last === undefined ? isAfter : expected.pageInfo.hasPreviousPage)
      }),
      { numRuns: 250 },
    )
  })

  test('walking through the list in either direction meets every job once', async () => {
    const context = contextFor(database.sql, organizationId)
    for (const by of ['TIME', 'DURATION']) {
      for (const direction of ['ASC', 'DESC']) {
        const orderBy = { by, direction }
        const expected = sorted(jobs, orderBy).map((job) => job.id)
        const forward: string[] = []
        for (let after: string | null = null, more = true; more;) {
          const page: Page = (await ask(context, PAGE, { orderBy, first: 7, after })).data.jobs
          forward.push(...page.nodes.map((node) => node.id))
          after = page.pageInfo.endCursor
          more = page.pageInfo.hasNextPage
        }
        expect(forward).toEqual(expected)
        const backward: string[] = []
        for (let before: string | null = null, more = true; more;) {
          const page: Page = (await ask(context, PAGE, { orderBy, last: 7, before })).data.jobs
          backward.unshift(...page.nodes.map((node) => node.id))
          before = page.pageInfo.startCursor
          more = page.pageInfo.hasPreviousPage
        }
        expect(backward).toEqual(expected)
      }
    }
  })
})

type Edges = { cursor: string; node: { id: string } }[]

interface Page {
  edges: Edges
  nodes: { id: string }[]
  totalCount: number
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null }
}

async function everything(context: ReturnType<typeof contextFor>, variables: Record<string, unknown>): Promise<Edges> {
  const { data } = await ask(context, PAGE, { ...variables, first: 500 })
  return data.jobs.edges
}

/** The library's own cursor for a place in the array; none for a place beyond it. */
function arrayCursor(index: number | undefined, list: readonly unknown[]): string | undefined {
  if (index === undefined || index >= list.length) return undefined
  return Buffer.from(`arrayconnection:${index}`).toString('base64')
}

describe('arguments', () => {
  test.each([
    [{ first: 1, last: 1 }, 'Ask for "first" or for "last", not for both'],
    [{ first: -1 }, '"first" is -1'],
    [{ last: 501 }, 'the largest page has 500'],
    [{ after: 'nonsense' }, '"nonsense" is not a cursor'],
    [{ after: cursor('TIME ASC', '2026-11-01T00:00:00.000000Z') }, 'comes from another order'],
    [{ after: cursor('DURATION DESC', '1') }, 'comes from another order'],
    [{ after: cursor('TIME DESC', '2026-02-30T00:00:00.000000Z') }, 'comes from another order'],
    [{ before: cursor('TIME DESC', '1') }, 'comes from another order'],
    [{ after: encodeCursor('jobs by TIME DESC', ['2026-11-01T00:00:00.000000Z', 'x']) }, 'comes from another order'],
    [{ orderBy: { by: 'DURATION' }, after: cursor('DURATION DESC', '1e3') }, 'comes from another order'],
    [{ filter: { durationMs: { min: 5, max: 3 } } }, '"filter.durationMs": "min" is 5, more than "max", 3'],
    [{ filter: { range: { from: '2026-11-02T00:00:00Z', to: '2026-11-01T00:00:00Z' } } }, 'is empty'],
    [{ filter: { text: 'a\0' } }, '"filter.text" contains a NUL character'],
    [{ filter: { labels: [{ name: 'a', value: '\ud800' }] } }, '"filter.labels" contains'],
    [{ filter: { pipeline: Array.from({ length: 1001 }, (_, n) => `p${n}`) } }, 'has 1001 values'],
  ])('case %# is refused', async (variables, message) => {
    const { errors } = await ask(contextFor(database.sql, 1), PAGE, variables)
    expect(errors?.[0]?.message).toContain(message)
    expect(errors?.[0]?.extensions.code).toBe('BAD_INPUT')
  })

  test('a caller without the scope reads nothing', async () => {
    const context = contextFor(database.sql, 1)
    context.viewer.permissions = permissionsOfScopes(['ingest'])
    for (const query of [
      '{ jobs { totalCount } }',
      `{ job(id: "${uuid(1)}") { id } }`,
      '{ pipeline(id: "a") { id } }',
    ]) {
      expect((await ask(context, query)).errors?.[0]?.extensions.code).toBe('FORBIDDEN')
    }
  })
})

function cursor(order: string, key: string): string {
  return encodeCursor(`jobs by ${order}`, [key, uuid(1)])
}
