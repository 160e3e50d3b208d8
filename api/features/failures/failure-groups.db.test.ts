import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing.ts'
import { recordEvents } from '../../ingest/index.ts'
import { jobEvent as event } from '../../ingest/testing-events.ts'
import { ask, contextFor } from '../jobs/testing.ts'
import { testOrganization } from '../metrics/testing.ts'

let database: TestDatabase
let mine: number

const ERRORS = [
  ['2026-11-10T10:00:00Z', 'timeout after 30 s on 10.0.0.7'],
  ['2026-11-18T10:00:00Z', 'timeout after 30 s on 10.0.0.7'],
  ['2026-11-18T11:00:00Z', 'timeout after 45 s on 10.0.0.9'],
  ['2026-11-19T11:00:00Z', 'timeout after 30 s on 10.0.0.7'],
  ['2026-11-19T12:00:00Z', 'no such file: /data/2026/11/19.csv'],
] as const

beforeAll(async () => {
  database = await testDatabase()
  mine = await testOrganization(database.sql, 'Mine')
  const theirs = await testOrganization(database.sql, 'Theirs')
  const changes = { publish: () => {}, subscribe: () => () => {} }
  const events = ERRORS.map(([at, error], i) =>
    event({
      pipeline: i === 4 ? 'import' : 'mail',
      externalId: `job ${i}`,
      status: 'FAILED',
      finishedAt: new Date(at),
      error,
    }),
  )
  await recordEvents({ sql: database.sql, changes }, mine, events)
  await recordEvents({ sql: database.sql, changes }, theirs, [
    event({ status: 'FAILED', finishedAt: new Date('2026-11-19T11:00:00Z'), error: 'theirs' }),
  ])
})
afterAll(() => database.drop())

const QUERY = `query ($filter: JobFilter, $first: Int) { failureGroups(filter: $filter, first: $first) {
  groupCount truncated groups { fingerprint jobs messages example firstAt lastAt }
} }`

const find = (variables: Record<string, unknown> = {}) => ask(contextFor(database.sql, mine), QUERY, variables)

test('errors of one kind are one group; without a range those of the last 7 days', async () => {
  const { data, errors } = await find()
  expect(errors).toBeUndefined()
  expect(data.failureGroups).toMatchObject({ groupCount: 2, truncated: false })
  const [timeouts, files] = data.failureGroups.groups
  expect(timeouts).toMatchObject({ jobs: 3, messages: 2, example: 'timeout after 30 s on 10.0.0.7' })
  expect([timeouts.firstAt, timeouts.lastAt]).toEqual(['2026-11-18T10:00:00.000Z', '2026-11-19T11:00:00.000Z'])
  expect(timeouts.fingerprint).toMatch(/^timeout after <\w+> on <\w+>$/)
  expect(files).toMatchObject({ jobs: 1, example: 'no such file: /data/2026/11/19.csv' })
})

test('a filter is that of jobs, and fewer groups say how many there are', async () => {
  const all = await find({ filter: { range: { from: '2026-11-01T00:00:00Z' } }, first: 1 })
  expect(all.data.failureGroups).toMatchObject({ groupCount: 2, groups: [{ jobs: 4 }] })
  const one = await find({ filter: { pipeline: ['import'] } })
  expect(one.data.failureGroups).toMatchObject({ groupCount: 1, groups: [{ jobs: 1 }] })
  const none = await find({ filter: { pipeline: ['nothing'] } })
  expect(none.data.failureGroups).toEqual({ groupCount: 0, truncated: false, groups: [] })
})
