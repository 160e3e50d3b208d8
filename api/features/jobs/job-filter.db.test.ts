import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../db/testing.ts'
import { ask, contextFor, insertJobs, makeOrganization, makePipelines } from './testing.ts'

let database: TestDatabase
let organizationId: number

beforeAll(async () => {
  database = await testDatabase()
  const { sql } = database
  organizationId = await makeOrganization(sql, 'Filters')
  const [nightly, hourly] = await makePipelines(sql, organizationId, ['nightly', 'hour%ly'])
  const hour = 3_600_000_000
  await insertJobs(sql, organizationId, [
    {
      externalId: 'a-100%',
      pipelineId: nightly!,
      atUs: 0,
      durationMs: 1_000,
      queueMs: 0,
      trigger: 'cron',
      labels: { env: 'prod', team: 'x' },
    },
    {
      externalId: 'b_1',
      pipelineId: nightly!,
      atUs: hour,
      status: 'FAILED',
      durationMs: 2_000,
      queueMs: 50,
      error: 'Über\\lauf [x]',
      trigger: 'cron',
    },
    {
      externalId: 'c',
      pipelineId: hourly!,
      atUs: 2 * hour,
      status: 'RUNNING',
      queueMs: 0,
      labels: { env: 'prod', __proto__x: '1' },
    },
    {
      externalId: 'd',
      pipelineId: hourly!,
      atUs: 3 * hour,
      status: 'TIMED_OUT',
      durationMs: 0,
      error: 'TIMEOUT',
      trigger: 'manual',
      labels: { env: 'test' },
    },
    { externalId: 'e', pipelineId: hourly!, atUs: 19 * 24 * hour, status: 'QUEUED' },
  ])
})
afterAll(() => database.drop())

test.each([
  [{}, 'abcde'],
  [{ status: ['FAILED'] }, 'b'],
  [{ status: ['FAILED', 'SUCCEEDED', 'FAILED'] }, 'ab'],
  [{ status: [] }, ''],
  [{ pipeline: ['nightly'] }, 'ab'],
  [{ pipeline: ['nightly', 'hour%ly'] }, 'abcde'],
  [{ pipeline: ['unknown'] }, ''],
  [{ pipeline: ['unknown', 'nightly'] }, 'ab'],
  [{ pipeline: ['hour%ly'], status: ['RUNNING', 'TIMED_OUT', 'FAILED'] }, 'cd'],
  [{ trigger: ['cron'] }, 'ab'],
  [{ trigger: ['cron', 'manual'] }, 'abd'],
  [{ labels: [{ name: 'env', value: 'prod' }] }, 'ac'],
  [
    {
      labels: [
        { name: 'env', value: 'prod' },
        { name: 'team', value: 'x' },
      ],
    },
    'a',
  ],
  [
    {
      labels: [
        { name: 'env', value: 'prod' },
        { name: 'env', value: 'test' },
      ],
    },
    '',
  ],
  [{ labels: [{ name: '__proto__', value: '1' }] }, ''],
  [{ labels: [] }, 'abcde'],
  [{ text: '%' }, 'a'],
  [{ text: '_' }, 'b'],
  [{ text: '\\' }, 'b'],
  [{ text: '[X]' }, 'b'],
  [{ text: 'üBER' }, 'b'],
  [{ text: 'timeout' }, 'd'],
  [{ text: '' }, 'abcde'],
  [{ text: '***=' }, ''],
  [{ text: 'x'.repeat(1000) }, ''],
  [{ text: 'ü'.repeat(1000) }, ''],
  [{ range: { from: '2026-11-01T01:00:00Z', to: '2026-11-01T03:00:00Z' } }, 'bc'],
  [{ range: { last: 'P1D' } }, 'e'],
  [{ durationMs: { min: 0 } }, 'abd'],
  [{ durationMs: { min: 999.5, max: 1000.5 } }, 'a'],
  [{ durationMs: { max: 1000 } }, 'ad'],
  [{ durationMs: { max: -1 } }, ''],
  [{ durationMs: { min: 1e300 } }, ''],
  [{ durationMs: { min: 9007199254740991 } }, ''],
  [{ durationMs: {} }, 'abcde'],
  [{ queueMs: { min: 1 } }, 'b'],
  [{ queueMs: { min: 0, max: 0 } }, 'ac'],
])('%j keeps %j', async (filter, expected) => {
  const context = contextFor(database.sql, organizationId)
  for (const by of ['TIME', 'DURATION']) {
    const { data, errors } = await ask(
      context,
      `query ($filter: JobFilter, $by: JobOrderField!) {
        jobs(filter: $filter, orderBy: { by: $by }) { totalCount nodes { externalId } }
      }`,
      { filter, by },
    )
    expect(errors).toBeUndefined()
    const letters = data.jobs.nodes
      .map((node: { externalId: string }) => node.externalId[0])
      .sort()
      .join('')
    expect(letters).toBe(expected)
    expect(data.jobs.totalCount).toBe(expected.length)
  }
})
