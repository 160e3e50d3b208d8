import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import type { Context, Viewer } from '../../schema/context.ts'
import { permissionsOfRole, permissionsOfScopes, type Scope } from '../../schema/permissions.ts'
import { ask, changesInProcess, contextFor, listen, makeOrganization, makePipelines } from '../jobs/testing.ts'

let database: TestDatabase
let changes: ReturnType<typeof changesInProcess>
let mine: number

beforeAll(async () => void (database = await testDatabase()))
afterAll(() => database.drop())
beforeEach(async () => {
  changes = changesInProcess()
  mine = await makeOrganization(database.sql, crypto.randomUUID())
  await makePipelines(database.sql, mine, ['orders', 'mail'])
})

const RECORD = `mutation ($input: AnnotationInput!) { recordAnnotation(input: $input) {
  id kind title text link pipelineId pipelineName externalId startedAt endedAt recordedAt recordedBy removedAt
  labels { name value } } }`
const REMOVE = 'mutation ($id: ID!) { removeAnnotation(id: $id) }'
const LIST = `query ($filter: AnnotationFilter, $first: Int, $after: String, $last: Int) {
  annotations(filter: $filter, first: $first, after: $after, last: $last) {
    totalCount pageInfo { endCursor hasNextPage } nodes { id title } } }`
const CHANGED = `subscription ($filter: AnnotationFilter) { annotationChanged(filter: $filter) { title removedAt } }`

function keyWith(scopes: readonly Scope[], pipelines: string[] | null = null): Context {
  const context = contextFor(database.sql, mine, changes)
  const apiKey: Viewer['apiKey'] = {
    ...{ id: 7, name: 'deploy', scopes, pipelines, addresses: null, requestsAMinute: null },
  }
  return { ...context, viewer: { ...context.viewer, user: null, apiKey, permissions: permissionsOfScopes(scopes) } }
}

function reader(): Context {
  const context = contextFor(database.sql, mine, changes)
  return { ...context, viewer: { ...context.viewer, permissions: permissionsOfRole('viewer') } }
}

async function record(input: Record<string, unknown>, context = keyWith(['ingest'])) {
  const { data, errors } = await ask(context, RECORD, { input: { kind: 'RELEASE', title: 'A', ...input } })
  expect(errors).toBeUndefined()
  return data.recordAnnotation
}

async function titles(filter: Record<string, unknown> | null = null, context = reader()): Promise<string[]> {
  const { data, errors } = await ask(context, LIST, { filter })
  expect(errors).toBeUndefined()
  return data.annotations.nodes.map(({ title }: { title: string }) => title)
}

const auditLines = () =>
  database.sql`select action, subject, actor from audit_events where organization_id = ${mine} order by id`

test('a deploy script notes a release, with all that it knows', async () => {
  const at = '2026-11-19T10:00:00.000Z'
  const labels = [
    { name: 'version', value: '2.4' },
    { name: 'commit', value: 'ab12' },
  ]
  const input = { title: 'orders 2.4', text: 'Faster', link: 'https://ci.example/7', pipeline: 'orders', labels }
  expect(await record({ ...input, externalId: 'build-7', startedAt: at })).toMatchObject({
    ...{ kind: 'RELEASE', title: 'orders 2.4', text: 'Faster', link: 'https://ci.example/7', externalId: 'build-7' },
    ...{ pipelineId: 'orders', pipelineName: 'Name of orders', labels: labels.toReversed(), startedAt: at },
    ...{ endedAt: null, recordedAt: '2026-11-20T12:00:00.000Z', recordedBy: 'Key "deploy"', removedAt: null },
  })
  expect(await titles()).toEqual(['orders 2.4'])
  expect(await auditLines()).toEqual([{ action: 'annotation.recorded', subject: 'orders 2.4', actor: 'Key deploy' }])
})

test('sent again with its external id it changes nothing, or takes the place of what was there', async () => {
  const first = await record({ kind: 'INCIDENT', externalId: 'inc-1', startedAt: '2026-11-20T08:00:00Z' })
  const events = await listen(reader(), CHANGED)
  await record({ kind: 'INCIDENT', externalId: 'inc-1' })
  const ended = await record({ kind: 'INCIDENT', externalId: 'inc-1', endedAt: '2026-11-20T09:00:00Z', title: 'B' })
  expect(ended).toMatchObject({ id: first.id, startedAt: first.startedAt, endedAt: '2026-11-20T09:00:00.000Z' })
  expect((await events.next()).value!.data.annotationChanged.title).toBe('B')
  await events.return()
  expect(await auditLines()).toMatchObject([{ action: 'annotation.recorded' }, { action: 'annotation.changed' }])
  expect((await record({ externalId: 'inc-1', pipeline: 'mail' })).id).not.toBe(first.id)
  expect((await record({})).id).not.toBe((await record({})).id)
})

test('a range has what lies in it in part, and what is about a pipeline or about all', async () => {
  await record({ title: 'stretch', startedAt: '2026-11-01T00:00:00Z', endedAt: '2026-11-10T00:00:00Z' })
  await record({ title: 'moment', startedAt: '2026-11-05T00:00:00Z', pipeline: 'orders', kind: 'NOTE' })
  await record({ title: 'later', startedAt: '2026-11-09T00:00:00Z', pipeline: 'mail' })
  const range = { from: '2026-11-05T00:00:00Z', to: '2026-11-09T00:00:00Z' }
  expect(await titles({ range })).toEqual(['moment', 'stretch'])
  expect(await titles({ range: { from: '2026-11-10T00:00:00Z' } })).toEqual([])
  // The fifth of November begins five hours later in New York.
  const sinceTheFifth = { range: { previous: 'DAY', count: 15 }, kinds: ['NOTE'] }
  expect(await titles(sinceTheFifth)).toEqual(['moment'])
  expect(await titles({ ...sinceTheFifth, timezone: 'America/New_York' })).toEqual([])
  expect(await titles({ pipelines: ['mail'] })).toEqual(['later', 'stretch'])
  expect(await titles({ kinds: ['NOTE'] })).toEqual(['moment'])
})

test('the list is read in pages, from both ends', async () => {
  for (const title of ['a', 'b', 'c']) await record({ title, startedAt: '2026-11-05T00:00:00Z' })
  const page = async (args: Record<string, unknown>) => (await ask(reader(), LIST, args)).data.annotations
  const first = await page({ first: 2 })
  expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } })
  const rest = await page({ first: 2, after: first.pageInfo.endCursor })
  const all = [...first.nodes, ...rest.nodes]
  expect(all.map(({ title }: { title: string }) => title).toSorted()).toEqual(['a', 'b', 'c'])
  expect((await page({ last: 2 })).nodes).toEqual(all.slice(1))
  expect((await ask(reader(), LIST, { after: 'x' })).errors?.[0]?.message).toMatch('is not a cursor')
})

test('what is removed is gone for everyone, is told, and comes back when it is sent again', async () => {
  const { id } = await record({ externalId: 'x' })
  const events = await listen(reader(), CHANGED)
  expect((await ask(keyWith(['ingest']), REMOVE, { id })).data.removeAnnotation).toBe(id)
  expect((await events.next()).value!.data.annotationChanged).toEqual({
    title: 'A',
    removedAt: '2026-11-20T12:00:00.000Z',
  })
  await events.return()
  expect(await titles()).toEqual([])
  for (const none of [id, 'nonsense', crypto.randomUUID()]) {
    const { errors } = await ask(keyWith(['ingest']), REMOVE, { id: none })
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'NOT_FOUND' } })
  }
  await record({ externalId: 'x' })
  expect(await titles()).toEqual(['A'])
})

test('a key for some pipelines sees, writes and removes what is about these only', async () => {
  await record({ title: 'all' })
  await record({ title: 'mail', pipeline: 'mail' })
  const other = await record({ title: 'orders', pipeline: 'orders' })
  const confined = keyWith(['ingest', 'read_metrics'], ['mail'])
  expect(await titles(null, confined)).toEqual(['mail'])
  const refusal = async (query: string, variables: object) =>
    (await ask(confined, query, variables as Record<string, unknown>)).errors?.[0]
  const input = { kind: 'NOTE', title: 'A' }
  expect((await refusal(RECORD, { input }))?.message).toMatch('name the one that this is about')
  const theirs = await refusal(RECORD, { input: { ...input, pipeline: 'orders' } })
  expect(theirs).toMatchObject({ message: 'There is no pipeline "orders": look for its id in the list of pipelines.' })
  expect(await refusal(REMOVE, { id: other.id })).toMatchObject({ extensions: { code: 'NOT_FOUND' } })
  const events = await listen(confined, CHANGED)
  await record({ title: 'orders again', pipeline: 'orders' })
  await record({ title: 'mail again', pipeline: 'mail' })
  expect((await events.next()).value!.data.annotationChanged.title).toBe('mail again')
  await events.return()
})

test('who may not', async () => {
  const { errors } = await ask(reader(), RECORD, { input: { kind: 'NOTE', title: 'A' } })
  expect(errors?.[0]).toMatchObject({ extensions: { code: 'FORBIDDEN' } })
  expect((await ask(keyWith(['ingest']), LIST)).errors?.[0]).toMatchObject({ extensions: { code: 'FORBIDDEN' } })
  await expect(listen(keyWith(['read_jobs']), CHANGED)).rejects.toThrow('lacks the scope "read_metrics"')
})
