import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import { ask, contextFor, makeOrganization, makePipelines } from '../jobs/testing.ts'

let database: TestDatabase
let organizationId: number
/** In the order of the database. */
const KEYS = ['a', 'a%b', 'a_b', 'b/c d', 'c', 'd', 'e', 'zürich']

beforeAll(async () => {
  database = await testDatabase()
  organizationId = await makeOrganization(database.sql, 'Mine')
  await makePipelines(database.sql, organizationId, KEYS.toReversed())
  await makePipelines(database.sql, await makeOrganization(database.sql, 'Theirs'), ['a', 'theirs'])
})
afterAll(() => database.drop())

const LIST = `query ($filter: PipelineFilter, $first: Int, $after: String, $last: Int, $before: String) {
  pipelines(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
    totalCount nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`

async function list(variables: Record<string, unknown> = {}) {
  const { data, errors } = await ask(contextFor(database.sql, organizationId), LIST, variables)
  if (errors) throw new Error(errors[0]!.message)
  return { ...data.pipelines, ids: data.pipelines.nodes.map((node: { id: string }) => node.id) }
}

test('are listed by key, forward and backward', async () => {
  const { edges, ids, totalCount } = await list()
  const expected = await database.sql`
    select key from pipelines where organization_id = ${organizationId} order by key`
  expect(ids).toEqual(expected.map((row) => row['key']))
  expect(totalCount).toBe(KEYS.length)
  for (let start = 0; start < KEYS.length; start += 1) {
    const { cursor } = edges[start]
    const after = await list({ first: 3, after: cursor })
    expect(after.ids).toEqual(ids.slice(start + 1, start + 4))
    expect(after.pageInfo.hasNextPage).toBe(start + 4 < KEYS.length)
    const before = await list({ last: 3, before: cursor })
    expect(before.ids).toEqual(ids.slice(Math.max(0, start - 3), start))
    expect(before.pageInfo.hasPreviousPage).toBe(start > 3)
  }
})

test('are found by a part of the key or the name', async () => {
  expect((await list({ filter: { text: '%' } })).ids).toEqual(['a%b'])
  expect((await list({ filter: { text: 'ZÜRI' } })).ids).toEqual(['zürich'])
  expect((await list({ filter: { text: 'NAME OF a' }, first: 1 })).totalCount).toBe(3)
  await expect(list({ filter: { text: '\0' } })).rejects.toThrow('NUL')
})

test('a cursor of another list is refused', async () => {
  await expect(list({ after: 'x' })).rejects.toThrow('is not a cursor')
})

test('one is found by its key', async () => {
  const context = contextFor(database.sql, organizationId)
  const query = 'query ($id: ID!) { pipeline(id: $id) { id name } }'
  expect((await ask(context, query, { id: 'a%b' })).data).toEqual({ pipeline: { id: 'a%b', name: 'Name of a%b' } })
  for (const id of ['theirs', 'A', '', '\0', '\ud800']) {
    expect(await ask(context, query, { id })).toEqual({ data: { pipeline: null } })
  }
})
