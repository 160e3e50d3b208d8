import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing.ts'
import type { Context } from '../../schema/context.ts'
import { makeTeam, outcome } from '../members/testing.ts'
import { insertJobs, testJob } from '../metrics/testing.ts'
import type { DashboardDocument } from './dashboard-document.ts'
import { makeDashboard, testDocument, testPanel } from './testing.ts'

const AT = new Date('2026-11-02T10:00:00Z')
const RANGE = { from: '2026-11-01T00:00:00Z', to: '2026-11-04T00:00:00Z' }
const VALUES = `query ($variable: String!, $contains: String, $context: PanelContext) {
  sharedDashboard { variableValues(variable: $variable, contains: $contains, context: $context) }
}`

let database: TestDatabase
let team: Awaited<ReturnType<typeof makeTeam>>
beforeAll(async () => {
  database = await testDatabase()
  team = await makeTeam(database.sql, 'Values')
  const job = (pipeline: string, region: string) => testJob({ at: AT, pipeline, labels: { region } })
  await insertJobs(database.sql, team.organizationId, [
    ...[job('etl', 'us'), job('etl', 'eu'), job('etl', 'eu')],
    ...[job('mail', 'us'), job('Mail 100 %', 'us'), job('secret', 'moon')],
  ])
  const others = await makeTeam(database.sql, 'Others')
  await insertJobs(database.sql, others.organizationId, [testJob({ at: AT, pipeline: 'foreign' })])
})
afterAll(() => database.drop())

const pipelines = { name: 'p', title: 'P', dimension: 'pipeline', dataset: 'jobs', values: [], multiple: true }

/** Somebody who came by a link to a dashboard whose panels keep this each. */
async function visitor(...kept: DashboardDocument['panels'][number]['query'][]): Promise<Context> {
  const panels = kept.map((query) => ({ ...testPanel(), query }))
  const document = testDocument('Values', { range: RANGE, variables: [pipelines], panels })
  const dashboardId = await makeDashboard(team.as('editor'), { document })
  const context = team.asKey()
  return { ...context, viewer: { ...context.viewer, apiKey: null, shareLink: { id: 1, dashboardId } } }
}

const inRegion = (...values: string[]) => ({
  dataset: 'jobs',
  measures: ['count'],
  filters: [{ dimension: 'label.region', values }],
})
const all = { dataset: 'jobs', measures: ['count'] }

async function values(context: Context, asked: object = {}): Promise<string[] | string> {
  const answer = await outcome(context, VALUES, { variable: 'p', ...asked })
  return typeof answer === 'string' ? answer : answer.sharedDashboard.variableValues
}

test('the most frequent come first, and those of others never', async () => {
  expect(await values(await visitor(all))).toEqual(['etl', 'Mail 100 %', 'mail', 'secret'])
})

test('what no panel counts stays unknown', async () => {
  const [eu, us] = [inRegion('eu'), inRegion('us')]
  expect(await values(await visitor(eu))).toEqual(['etl'])
  expect(await values(await visitor(eu, us, us))).toEqual(['etl', 'Mail 100 %', 'mail'])
  expect(await values(await visitor(eu, all))).toContain('secret')
  expect(await values(await visitor({ dataset: 'pipelines', measures: ['count'] }))).toEqual([])
  expect(await values(await visitor())).toEqual([])
})

test('they are searched as text, in any case, and are those of the range', async () => {
  const context = await visitor(inRegion('us'))
  expect(await values(context, { contains: 'MAIL' })).toEqual(['Mail 100 %', 'mail'])
  expect(await values(context, { contains: '%' })).toEqual(['Mail 100 %'])
  expect(await values(context, { contains: 'secret' })).toEqual([])
  const earlier = { range: { from: '2026-10-01T00:00:00Z', to: '2026-10-02T00:00:00Z' } }
  expect(await values(context, { context: earlier })).toEqual([])
  // Whoever names another filter does not get around what the panels keep.
  const context_ = { filters: [{ dimension: 'pipeline', values: ['secret'] }] }
  expect(await values(context, { context: context_ })).not.toContain('secret')
})

test('a variable that there is not is named, with those that there are', async () => {
  expect(await values(await visitor(all), { variable: 'team' })).toBe(
    'BAD_INPUT: The dashboard has no variable "team". It has: "p".',
  )
})
