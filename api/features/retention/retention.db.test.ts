import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing.ts'
import { keyViewer, NEVER, testServices } from '../../schema/testing.ts'
import { systemActor } from '../audit/index.ts'
import { ask } from '../jobs/testing.ts'
import { auditOf, personContext } from '../keys/testing.ts'
import { createOrganization } from '../organizations/index.ts'
import { changeRetention } from './index.ts'

let database: TestDatabase
let organization: number

beforeAll(async () => void (database = await testDatabase()))
afterAll(() => database.drop())
beforeEach(async () => {
  organization = (await createOrganization(database.sql, crypto.randomUUID())).id
})

const as = (role: Parameters<typeof personContext>[2]) => personContext(testServices(database.sql), organization, role)
const SHOW = '{ retention { jobsDays rollupsDays jobsKeptFrom rollupsKeptFrom } }'
const SET = `mutation ($jobs: Int, $rollups: Int) {
  setRetention(jobsDays: $jobs, rollupsDays: $rollups) { jobsDays rollupsDays } }`

test('without settings everything is kept', async () => {
  const nothing = { jobsDays: null, rollupsDays: null, jobsKeptFrom: null, rollupsKeptFrom: null }
  expect(await ask(as('viewer'), SHOW)).toEqual({ data: { retention: nothing } })
})

test('an owner sets it, everybody sees it, and the log tells of it', async () => {
  expect(await ask(as('owner'), SET, { jobs: 30, rollups: 90 })).toEqual({
    data: { setRetention: { jobsDays: 30, rollupsDays: 90 } },
  })
  expect((await ask(as('viewer'), SHOW)).data.retention).toMatchObject({ jobsDays: 30, rollupsDays: 90 })
  await ask(as('owner'), SET, { jobs: 30 })
  expect((await auditOf(database.sql, organization)).at(-1)).toMatchObject({
    action: 'retention.changed',
    before: { jobsDays: 30, rollupsDays: 90 },
    after: { jobsDays: 30, rollupsDays: null },
  })
})

test.each(['admin', 'editor', 'viewer'] as const)('the role %s cannot set it', async (role) => {
  const { errors } = await ask(as(role), SET, { jobs: 1 })
  expect(errors![0]).toMatchObject({ extensions: { code: 'FORBIDDEN' } })
})

test('a key may see it with the scope manage, and never set it', async () => {
  const key = (...scopes: Parameters<typeof keyViewer>[1]) => {
    return { ...testServices(database.sql), viewer: keyViewer(organization, scopes), address: null, signal: NEVER }
  }
  expect((await ask(key('manage'), SHOW)).errors).toBeUndefined()
  expect((await ask(key('read_metrics', 'read_jobs', 'ingest'), SHOW)).errors![0]!.extensions.code).toBe('FORBIDDEN')
  expect((await ask(key('manage'), SET, { jobs: 1 })).errors![0]!.extensions.code).toBe('FORBIDDEN')
})

test('what does not fit together is refused, and nothing is changed or logged', async () => {
  const { errors } = await ask(as('owner'), SET, { jobs: 30, rollups: 29 })
  expect(errors![0]).toMatchObject({
    message: 'Rollups are to be kept for 29 days, which is less than the 30 of jobs: keep them at least as long.',
    extensions: { code: 'BAD_INPUT' },
  })
  expect(await auditOf(database.sql, organization)).toEqual([])
})

test('a change of one keeps the other, if the two fit', async () => {
  const change = (days: Parameters<typeof changeRetention>[2]) =>
    changeRetention(database.sql, systemActor(organization, 'Command line'), days, 'Acme')
  await change({ jobsDays: 30, rollupsDays: 90 })
  expect(await change({ jobsDays: 60 })).toMatchObject({ jobsDays: 60, rollupsDays: 90 })
  await expect(change({ jobsDays: null })).rejects.toThrow('Rollups are to be kept for 90 days, and jobs for ever')
})

test('the database itself refuses rollups that are kept for less time than jobs', async () => {
  for (const [jobs, rollups] of [
    [null, 3],
    [4, 3],
  ] as const) {
    const written = database.sql`
      insert into organization_retention (organization_id, jobs_days, rollups_days)
      values (${organization}, ${jobs}, ${rollups})`
    await expect(written).rejects.toThrow('violates check constraint')
  }
})
