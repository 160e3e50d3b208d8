import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { testDatabase } from '../db/testing.ts'
import { openAccess } from '../access/index.ts'
import { createOrganization } from '../features/organizations/index.ts'
import { signIn } from '../features/people/index.ts'
import { recordEvents } from '../ingest/index.ts'
import type { JobEvent } from '../ingest/index.ts'
import type { Change } from '../lib/changes.ts'
import { testTokens } from '../schema/testing.ts'
import { startDemo, type DemoOptions } from './start-demo.ts'

const HOUR = 3_600_000

/** A database, a folder, and a clock that the test sets. */
async function setUp() {
  const { sql, url, drop } = await testDatabase()
  const dataDirectory = await mkdtemp(join(tmpdir(), 'demo-'))
  const published: Change[] = []
  const errors: string[] = []
  const clock = { at: Date.UTC(2026, 10, 20, 10, 55) }
  const options: DemoOptions = {
    sql,
    tokens: testTokens,
    changes: { publish: (change) => void published.push(change), subscribe: () => () => {} },
    now: () => new Date(clock.at),
    dataDirectory,
    log: { info: () => {}, error: (message, details) => void errors.push(`${message} ${JSON.stringify(details)}`) },
    historyDays: 2,
  }
  const access = openAccess({ sql, url, tokens: testTokens, now: options.now, log: options.log })
  onTestFinished(async () => {
    await access.close()
    await drop()
    await rm(dataDirectory, { recursive: true })
    expect(errors).toEqual([])
  })
  const start = async () => {
    const demo = await startDemo(options)
    if (!demo) throw new Error('The demo did not start')
    return demo
  }
  /** Waits until the feed has told everything up to now: it has reported when a check finds the same twice. */
  const settle = async () => {
    for (let before = -1; ;) {
      const [row] = await sql<{ reported: number }[]>`
        select count(*) filter (where status = 'QUEUED') + 3 * count(*) as reported from jobs`
      if (row!.reported === before) return
      before = row!.reported
      await new Promise((resolve) => setTimeout(resolve, 400))
    }
  }
  const viewerOf = (key: string) => access.authenticate({ authorization: `Bearer ${key}`, cookie: undefined }, null)
  const canSignIn = async ({ email, password }: { email: string; password: string }) =>
    (await signIn(options, { email, password }, { address: null, agent: null })) !== null
  return { sql, options, clock, published, start, settle, viewerOf, canSignIn }
}

test('the first start makes an organization with history, a person and a key', async () => {
  const { sql, options, published, start, viewerOf, canSignIn } = await setUp()
  const demo = await start()
  await demo.stop()
  const { password, key } = demo.credentials
  expect(await canSignIn(demo.credentials)).toBe(true)
  expect(await viewerOf(key)).toMatchObject({
    organization: { name: 'Demo' },
    apiKey: { scopes: ['read_metrics', 'read_jobs', 'ingest'] },
  })
  const [row] = await sql<{ jobs: number; hours: number; unfinished: number }[]>`
    select count(*) as jobs, extract(epoch from max(at) - min(at))::float8 / 3600 as hours,
           count(*) filter (where status in ('QUEUED', 'RUNNING')) as unfinished
    from jobs`
  expect(row!.jobs).toBeGreaterThan(700)
  // Two whole days, and today until 10:55.
  expect(row!.hours).toBeCloseTo(59, 0)
  expect(row!.unfinished).toBeGreaterThan(0)
  const dashboards = await sql`select title, visibility, version from dashboards order by title`
  expect(dashboards).toEqual([
    { title: 'Operations now', visibility: 'ORGANIZATION', version: 1 },
    { title: 'Reliability', visibility: 'ORGANIZATION', version: 1 },
  ])
  expect(published.some((change) => change.ids === null)).toBe(true)
  const file = join(options.dataDirectory, 'demo.json')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(await readFile(file, 'utf8')).toContain(password)
})

test('a later start shows the same credentials and adds nothing twice', async () => {
  const { sql, start, settle } = await setUp()
  const first = await start()
  await settle()
  await first.stop()
  const before = await sql`select id, status, finished_at, cost from jobs order by id`
  const second = await start()
  await settle()
  await second.stop()
  expect(second.credentials).toEqual(first.credentials)
  expect(await sql`select id, status, finished_at, cost from jobs order by id`).toEqual(before)
})

test('jobs that were left unfinished long ago are finished, foreign ones are not touched', async () => {
  const { sql, options, clock, start, settle } = await setUp()
  const first = await start()
  await first.stop()
  const [organization] = await sql<{ id: number }[]>`select id from organizations`
  const theirs: JobEvent = {
    ...{ pipeline: 'ci-build', externalId: 'theirs', status: 'RUNNING', attempt: 1, revision: 0, assumed: null },
    ...{ queuedAt: null, startedAt: options.now(), finishedAt: null, trigger: null, error: null },
    ...{ labels: {}, metrics: {}, cost: null },
  }
  await recordEvents(options, organization!.id, [theirs])
  const left = await sql`select id from jobs where status in ('QUEUED', 'RUNNING')`
  expect(left.length).toBeGreaterThan(2)

  clock.at += 50 * HOUR
  const second = await start()
  await settle()
  await second.stop()
  const still = await sql<{ externalId: string }[]>`
    select external_id from jobs where status in ('QUEUED', 'RUNNING') and at < ${new Date(clock.at - 24 * HOUR)}`
  expect(still).toEqual([{ externalId: 'theirs' }])
  const [row] = await sql<{ last: Date }[]>`select max(at) as last from jobs`
  expect(row!.last.getTime()).toBeGreaterThan(clock.at - 60_000)
})

test('lost credentials are replaced, and the old ones end', async () => {
  const { options, start, viewerOf, canSignIn } = await setUp()
  const first = await start()
  await first.stop()
  await writeFile(join(options.dataDirectory, 'demo.json'), 'half a file')
  const second = await start()
  await second.stop()
  expect(second.credentials.key).not.toBe(first.credentials.key)
  expect(await viewerOf(first.credentials.key)).toBeNull()
  expect(await viewerOf(second.credentials.key)).not.toBeNull()
  expect(await canSignIn(first.credentials)).toBe(false)
  expect(await canSignIn(second.credentials)).toBe(true)
})

test('where somebody has an organization there is no demo, whatever its name', async () => {
  const { sql, options } = await setUp()
  await createOrganization(sql, 'Demo')
  expect(await startDemo(options)).toBeNull()
  expect(await sql`select from jobs`).toHaveLength(0)
})

test('two processes that start at once make one demo', async () => {
  const { sql, options, start, viewerOf, canSignIn } = await setUp()
  const demos = await Promise.all([start(), start()])
  await Promise.all(demos.map((demo) => demo.stop()))
  expect(await sql`select from organizations`).toHaveLength(1)
  const shown = JSON.parse(await readFile(join(options.dataDirectory, 'demo.json'), 'utf8'))
  expect(await viewerOf(shown.key)).not.toBeNull()
  expect(await canSignIn(shown)).toBe(true)
})
