import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import type { Change } from '../../lib/changes.ts'
import { permissionsOfScopes, type Scope } from '../../schema/permissions.ts'
import { ask, changesInProcess, contextFor, makeOrganization } from './testing.ts'

let database: TestDatabase
let organizationId: number

beforeAll(async () => {
  database = await testDatabase()
  organizationId = await makeOrganization(database.sql, 'Mine')
})
afterAll(() => database.drop())

const RECORD = `mutation ($input: [JobInput!]!) {
  recordJobs(input: $input) { accepted unchanged rejected errors { index reason } }
}`

async function record(
  input: unknown[],
  options: { scopes?: Scope[]; changes?: ReturnType<typeof changesInProcess> } = {},
) {
  const context = contextFor(database.sql, organizationId, options.changes)
  context.viewer.permissions = permissionsOfScopes(options.scopes ?? ['ingest'])
  const { data, errors } = await ask(context, RECORD, { input })
  return errors ? { code: errors[0]!.extensions.code, message: errors[0]!.message } : data.recordJobs
}

test('recordJobs records, merges, and answers one by one what it cannot take', async () => {
  const published: Change[] = []
  const changes = changesInProcess()
  changes.subscribe(organizationId, (change) => published.push(change))
  const whole = {
    pipeline: 'nightly',
    externalId: '1',
    status: 'FAILED',
    queuedAt: '2026-11-20T10:00:00+01:00',
    startedAt: '2026-11-20T09:00:05Z',
    finishedAt: '2026-11-20T09:10:05.250Z',
    attempt: 2,
    trigger: 'schedule',
    error: 'disk full',
    labels: [{ name: 'region', value: 'eu' }],
    metrics: [{ name: 'rows', value: 1.5 }],
    cost: { amount: 0.1, currency: 'EUR' },
  }
  const answer = await record(
    [
      { ...whole, externalId: '' },
      whole,
      { ...whole, startedAt: '2026-11-20T07:00:00Z', queuedAt: null },
      whole,
      { pipeline: 'nightly', externalId: '2', status: 'RUNNING' },
      { ...whole, cost: { amount: 1, currency: 'euro' } },
    ],
    { changes },
  )
  expect(answer).toEqual({
    accepted: 2,
    unchanged: 1,
    rejected: 3,
    errors: [
      { index: 0, reason: 'externalId is empty: send 1 to 200 characters.' },
      { index: 2, reason: expect.stringContaining('would lie before queuedAt 2026-11-20T09:00:00.000Z') },
      { index: 5, reason: expect.stringContaining('cost.currency is "euro"') },
    ],
  })
  expect(published).toMatchObject([{ organizationId, dataset: 'jobs', ids: [expect.any(String), expect.any(String)] }])

  const query = `{ jobs(orderBy: { by: TIME, direction: ASC }) { nodes {
    externalId status at attempt queueMs durationMs trigger error cost { amount currency } labels { name value }
    metrics { name value } startedAt pipeline { id }
  } } }`
  const { data } = await ask(contextFor(database.sql, organizationId), query)
  expect(data.jobs.nodes).toMatchObject([
    {
      externalId: '1',
      status: 'FAILED',
      at: '2026-11-20T09:00:00.000Z',
      attempt: 2,
      queueMs: 5000,
      durationMs: 600_250,
      trigger: 'schedule',
      error: 'disk full',
      cost: { amount: 0.1, currency: 'EUR' },
      labels: [{ name: 'region', value: 'eu' }],
      metrics: [{ name: 'rows', value: 1.5 }],
      pipeline: { id: 'nightly' },
    },
    { externalId: '2', status: 'RUNNING', startedAt: '2026-11-20T12:00:00.000Z', durationMs: null },
  ])
})

test('recordJobs needs the scope ingest', async () => {
  expect(await record([], { scopes: ['read_jobs'] })).toMatchObject({ code: 'FORBIDDEN' })
})

test('recordJobs takes 10,000 jobs at most', async () => {
  const input = Array.from({ length: 10_001 }, () => ({ pipeline: 'p', externalId: '1', status: 'QUEUED' }))
  expect(await record(input)).toMatchObject({
    code: 'BAD_INPUT',
    message: expect.stringContaining('"input" has 10001 jobs: send at most 10000 a call'),
  })
  expect(await record([])).toEqual({ accepted: 0, unchanged: 0, rejected: 0, errors: [] })
})
