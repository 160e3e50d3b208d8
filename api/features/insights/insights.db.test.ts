import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing.ts'
import type { Context } from '../../schema/context.ts'
import { permissionsOfRole } from '../../schema/permissions.ts'
import { ask, changesInProcess, contextFor, listen } from '../jobs/testing.ts'
import { insertJobs, type TestJob, testJob, testOrganization } from '../metrics/testing.ts'
import { scanOrganization } from './index.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const NOON = Date.parse('2026-11-20T12:00:00Z')
const TODAY = Date.parse('2026-11-20T00:00:00Z')

let database: TestDatabase
let changes: ReturnType<typeof changesInProcess>
let mine: number

beforeAll(async () => void (database = await testDatabase()))
afterAll(() => database.drop())
beforeEach(async () => {
  changes = changesInProcess()
  mine = await testOrganization(database.sql, crypto.randomUUID())
})

/** A pipeline whose jobs take a minute, ten a day, for ninety days and the forty to come; `of` says what is otherwise. */
function history(pipeline: string, of: (day: number, i: number) => Partial<TestJob>): TestJob[] {
  const days = Array.from({ length: 131 }, (_, i) => TODAY + (40 - i) * DAY)
  return days.flatMap((day, d) =>
    Array.from({ length: 10 }, (_, i) =>
      testJob({
        pipeline,
        at: new Date(day + i * 2 * HOUR),
        durationMs: 60_000 + ((d * 7919 + i * 104_729) % 6000),
        ...of(day, i),
      }),
    ),
  )
}

const SHIFT = TODAY - 12 * DAY
const INCIDENT = TODAY - 4 * DAY

const shifted = () =>
  history('orders', (day, i) => (day >= SHIFT ? { durationMs: 90_000 + ((day / DAY + i) % 7) * 500 } : {}))
const failing = () =>
  history('mail', (day, i) => ({
    trigger: i % 2 ? 'schedule' : 'webhook',
    status: day === INCIDENT ? (i % 2 ? 'FAILED' : 'SUCCEEDED') : (day / DAY) % 9 === i ? 'FAILED' : 'SUCCEEDED',
  }))

function contextAt(now: number, user: Context['viewer']['user'] = null): Context {
  const context = contextFor(database.sql, mine, changes)
  return {
    ...context,
    now: () => new Date(now),
    viewer: { ...context.viewer, user, permissions: permissionsOfRole(user?.role ?? 'viewer') },
  }
}

const scan = (now = NOON) => scanOrganization(contextAt(now), mine)

const LIST = `query ($filter: InsightFilter, $first: Int, $after: String) { insights(filter: $filter, first: $first, after: $after) {
  totalCount pageInfo { endCursor hasNextPage } nodes { id kind state sentence pipelineId measure unit direction startedAt endedAt
    expected actual lower upper baselineFrom baselineTo method pValue qValue confidence foundAt dismissedAt dismissedBy
    contributors { key { dimension value } contribution } series { measure points { at value } changePoints { found { at } } }
    feedback { name useful comment isMine } } } }`

async function list(filter: Record<string, unknown> = {}, context = contextAt(NOON)) {
  const { data, errors } = await ask(context, LIST, { filter })
  expect(errors).toBeUndefined()
  return data.insights.nodes
}

test('a shift is one insight with its numbers, its evidence and its series', async () => {
  await insertJobs(database.sql, mine, shifted())
  expect(await scan()).toEqual({ fresh: 1, changed: 0 })
  const [insight, ...more] = await list()
  expect(more).toEqual([])
  expect(insight).toMatchObject({
    ...{ kind: 'CHANGE_POINT', state: 'NEW', pipelineId: 'orders', measure: 'duration_p50', unit: 'MILLISECONDS' },
    ...{ direction: 'UP', startedAt: new Date(SHIFT).toISOString(), endedAt: null, lower: null, contributors: [] },
    ...{ baselineTo: new Date(SHIFT).toISOString(), foundAt: new Date(NOON).toISOString(), dismissedAt: null },
  })
  expect(insight.sentence).toMatch(
    /^Duration, median of ORDERS rose from 1 min 3 s to 1 min 3\d s on 8 November 2026: 4\d% longer\.$/,
  )
  expect(insight.confidence).toBeGreaterThan(0.7)
  expect(insight.series).toHaveLength(1)
  expect(insight.series[0].changePoints.found.map(({ at }: { at: string }) => at)).toEqual([insight.startedAt])
})

test('an incident of one day, with who contributed, is over the day after', async () => {
  await insertJobs(database.sql, mine, failing())
  await scan()
  const [insight, ...more] = await list()
  expect(more).toEqual([])
  expect(insight).toMatchObject({
    ...{ kind: 'ANOMALY', state: 'OVER', pipelineId: 'mail', measure: 'failure_rate', actual: 0.5 },
    ...{ startedAt: new Date(INCIDENT).toISOString(), endedAt: new Date(INCIDENT + DAY).toISOString() },
  })
  expect(insight.contributors[0].key).toEqual([{ dimension: 'trigger', value: 'schedule' }])
  expect(insight.upper).toBeLessThan(0.5)
})

test('found again it stays the same one, and moves on: new, ongoing, over', async () => {
  await insertJobs(database.sql, mine, shifted())
  await scan()
  expect(await scan(NOON + HOUR)).toEqual({ fresh: 0, changed: 0 })
  await scan(NOON + 30 * HOUR)
  expect(await list()).toMatchObject([{ state: 'ONGOING', endedAt: null }])
  await scan(NOON + 40 * DAY)
  expect(await list({ states: ['ONGOING', 'NEW'] })).toEqual([])
  expect(await list({ pipelines: ['orders'], kinds: ['CHANGE_POINT'] })).toMatchObject([{ state: 'OVER' }])
})

test('what the data do not bear out any more is over', async () => {
  await insertJobs(database.sql, mine, shifted())
  await scan()
  await database.sql`update jobs set duration_ms = 63000 where organization_id = ${mine}`
  await scan(NOON + HOUR)
  expect(await list()).toMatchObject([{ state: 'OVER', endedAt: new Date(NOON + HOUR).toISOString() }])
})

test('another organization has its own, also under the same ids', async () => {
  const theirs = await testOrganization(database.sql, crypto.randomUUID())
  await insertJobs(database.sql, theirs, shifted())
  await insertJobs(database.sql, mine, shifted())
  const ofTheirs = () => database.sql`select * from insights where organization_id = ${theirs}`
  await scan()
  expect(await ofTheirs()).toEqual([])
  await scanOrganization(contextAt(NOON), theirs)
  await database.sql`
    update insights set id = (select id from insights where organization_id = ${mine}) where organization_id = ${theirs}`
  const before = await ofTheirs()
  expect(before).toHaveLength(1)
  await database.sql`update jobs set duration_ms = duration_ms + 20000 where organization_id = ${mine} and at >= ${new Date(SHIFT)}`
  expect(await scan(NOON + HOUR)).toEqual({ fresh: 0, changed: 1 })
  expect(await list()).toMatchObject([{ sentence: expect.stringContaining('to 1 min 51 s on 8 November 2026') }])
  expect(await ofTheirs()).toEqual(before)
})

test('noise and too little give nothing', async () => {
  await insertJobs(
    database.sql,
    mine,
    history('calm', () => ({})),
  )
  await insertJobs(
    database.sql,
    mine,
    shifted().filter(({ at }, i) => at.getTime() > SHIFT && i % 10 === 0),
  )
  expect(await scan()).toEqual({ fresh: 0, changed: 0 })
})

test('the list is filtered and paged', async () => {
  await insertJobs(database.sql, mine, [...shifted(), ...failing()])
  await scan()
  const context = contextAt(NOON)
  const first = (await ask(context, LIST, { first: 1 })).data.insights
  expect(first).toMatchObject({ totalCount: 2, nodes: [{ pipelineId: 'mail' }], pageInfo: { hasNextPage: true } })
  const second = (await ask(context, LIST, { first: 1, after: first.pageInfo.endCursor })).data.insights
  expect(second).toMatchObject({ nodes: [{ pipelineId: 'orders' }], pageInfo: { hasNextPage: false } })
  expect(await list({ measures: ['cost'] })).toEqual([])
  expect(await list({ leastConfidence: 1 })).toEqual([])
  expect(await list({ range: { from: new Date(INCIDENT + DAY).toISOString() } })).toMatchObject([
    { pipelineId: 'orders' },
  ])
  expect(await list({ range: { from: '2026-01-01T00:00:00Z', to: new Date(INCIDENT).toISOString() } })).toMatchObject([
    { pipelineId: 'orders' },
  ])
})

test.each([
  [{ filter: { leastConfidence: 2 } }, '"filter.leastConfidence" is 2: it can be 0 to 1.'],
  [{ filter: { measures: ['\0'] } }, 'filter.measures'],
  [{ after: 'nonsense' }, 'is not a cursor'],
])('%j is refused', async (variables, message) => {
  const { errors } = await ask(contextAt(NOON), LIST, variables)
  expect(errors?.[0]).toMatchObject({ message: expect.stringContaining(message), extensions: { code: 'BAD_INPUT' } })
})

test('a key that is confined to pipelines sees and hears of those only', async () => {
  await insertJobs(database.sql, mine, [...shifted(), ...failing()])
  const context = contextAt(NOON)
  const apiKey = {
    ...{ id: 1, name: 'Mail', scopes: ['read_metrics' as const], pipelines: ['mail'] },
    ...{ addresses: null, requestsAMinute: null },
  }
  const confined = { ...context, viewer: { ...context.viewer, apiKey } }
  const events = await listen(confined, 'subscription { insightChanged { pipelineId } }')
  await scan()
  expect((await events.next()).value).toEqual({ data: { insightChanged: { pipelineId: 'mail' } } })
  expect(await list({}, confined)).toMatchObject([{ pipelineId: 'mail' }])
  const [{ id }] = await list({ pipelines: ['orders'] })
  const one = 'query ($id: ID!) { insight(id: $id) { id } }'
  expect((await ask(confined, one, { id })).data).toEqual({ insight: null })
  expect((await ask(context, one, { id })).data).toEqual({ insight: { id } })
  expect((await ask(context, one, { id: 'nonsense' })).data).toEqual({ insight: null })
  await events.return()
  expect(changes.listeners()).toBe(0)
})

async function person(name: string, role: 'editor' | 'viewer') {
  const email = `${crypto.randomUUID()}@example.com`
  const [row] = await database.sql<{ id: number }[]>`
    insert into users (name, email, password_hash) values (${name}, ${email}, 'none') returning id`
  await database.sql`insert into memberships (organization_id, user_id, role) values (${mine}, ${row!.id}, ${role})`
  return { id: row!.id, name, email, role }
}

const SAY = `mutation ($id: ID!, $useful: Boolean, $comment: String) { giveInsightFeedback(id: $id, useful: $useful, comment: $comment) {
  feedback { name useful comment isMine } } }`
const DISMISS =
  'mutation ($id: ID!, $dismissed: Boolean) { dismissInsight(id: $id, dismissed: $dismissed) { dismissedBy } }'
const METHODS = 'query { insightMethods { kind method found useful notUseful dismissed usefulShare } }'

test('people say what they think of it, which counts for its method', async () => {
  await insertJobs(database.sql, mine, shifted())
  await scan()
  const [{ id, method }] = await list()
  const [ada, bob] = [await person('Ada', 'editor'), await person('Bob', 'editor')]
  const events = await listen(contextAt(NOON), 'subscription { insightChanged { feedback { name } } }')
  await ask(contextAt(NOON, ada), SAY, { id, useful: true, comment: ' Release 42. ' })
  expect((await events.next()).value).toEqual({ data: { insightChanged: { feedback: [{ name: 'Ada' }] } } })
  await events.return()
  await ask(contextAt(NOON + 1, bob), SAY, { id, useful: true })
  const { data } = await ask(contextAt(NOON + 2, bob), SAY, { id, useful: false })
  expect(data.giveInsightFeedback.feedback).toEqual([
    { name: 'Ada', useful: true, comment: 'Release 42.', isMine: false },
    { name: 'Bob', useful: false, comment: null, isMine: true },
  ])
  const counted = { kind: 'CHANGE_POINT', method, found: 1, useful: 1, notUseful: 1, dismissed: 0, usefulShare: 0.5 }
  expect((await ask(contextAt(NOON), METHODS)).data.insightMethods).toEqual([counted])
  const taken = await ask(contextAt(NOON, bob), SAY, { id, useful: null, comment: '  ' })
  expect(taken.data.giveInsightFeedback.feedback).toHaveLength(1)
})

test('it is put aside for everyone, and back', async () => {
  await insertJobs(database.sql, mine, shifted())
  await scan()
  const [{ id }] = await list()
  const ada = await person('Ada', 'editor')
  await ask(contextAt(NOON, ada), DISMISS, { id })
  expect(await list()).toEqual([])
  expect(await list({ dismissed: true })).toMatchObject([{ id, dismissedBy: 'Ada' }])
  await scan(NOON + 30 * HOUR)
  expect(await list({ dismissed: null })).toMatchObject([{ id, state: 'ONGOING', dismissedBy: 'Ada' }])
  await ask(contextAt(NOON, ada), DISMISS, { id, dismissed: false })
  expect(await list()).toMatchObject([{ id, dismissedAt: null, dismissedBy: null }])
})

test('who may not, what is too long, and what there is not', async () => {
  await insertJobs(database.sql, mine, shifted())
  await scan()
  const [{ id }] = await list()
  const [ada, eve] = [await person('Ada', 'editor'), await person('Eve', 'viewer')]
  const refusal = async (user: typeof ada, variables: Record<string, unknown>, mutation = SAY) =>
    (await ask(contextAt(NOON, user), mutation, variables)).errors?.[0]
  expect(await refusal(eve, { id, useful: true })).toMatchObject({ extensions: { code: 'FORBIDDEN' } })
  expect(await refusal(eve, { id }, DISMISS)).toMatchObject({ extensions: { code: 'FORBIDDEN' } })
  const long = { id, comment: 'a'.repeat(2001) }
  expect((await refusal(ada, long))?.message).toBe('"comment" has 2001 characters. Write 2,000 at most.')
  for (const none of ['nonsense', crypto.randomUUID()]) {
    expect(await refusal(ada, { id: none, useful: true })).toMatchObject({ extensions: { code: 'NOT_FOUND' } })
  }
})
