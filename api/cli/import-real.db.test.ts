import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../db/testing.ts'
import { createOrganization } from '../features/organizations/index.ts'
import { importCommand } from './import.ts'

const root = join(import.meta.dirname, '../..')
const data = join(root, '../shared/data/jobs')
const withData = test.skipIf(!existsSync(data))
const folder = mkdtempSync(join(tmpdir(), 'import-real-'))
let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
  for (const name of ['images', 'shuffled', 'pods']) await createOrganization(database.sql, name)
})
afterAll(async () => {
  await database.drop()
  rmSync(folder, { recursive: true })
})

/** Runs the command; returns its report as numbers by name. */
async function runImport(file: string, map: string, organization: string): Promise<Record<string, number>> {
  const outcome = { code: 0, stdout: '' }
  const command = importCommand(() => ({
    withDatabase: (run) => run({ sql: database.sql, changes: { publish() {}, subscribe: () => () => {} } }),
    ...{ now: () => new Date(), stdin: process.stdin, signal: new AbortController().signal },
    stdout: { write: (text) => (outcome.stdout += text) },
    stderr: { write: () => {} },
    exit: (code) => (outcome.code = code),
  }))
  const mapping = join(root, 'docs/examples', map)
  await command.parseAsync(['jobs', file, '--map', mapping, '--organization', organization], { from: 'user' })
  expect(outcome.code).toBe(0)
  const lines = outcome.stdout
    .trim()
    .split('\n')
    .map((line) => line.split(/ +/))
  return Object.fromEntries(lines.map(([name, number]) => [name, Number(number)]))
}

/** The rows of a plain CSV file, read in the simplest way there is: an oracle that shares nothing with the import. */
function cells(name: string): string[][] {
  return readFileSync(join(data, name), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
}

interface Day {
  day: string
  failed: number
  finished: number
}

/** Failed and finished jobs of each UTC day. */
async function daysInDatabase(organization: string): Promise<Day[]> {
  return database.sql<Day[]>`
    select to_char(at at time zone 'UTC', 'YYYY-MM-DD') as day,
           count(*) filter (where status = 'FAILED') as failed, count(*) as finished
    from jobs where organization_id = (select id from organizations where name = ${organization})
      and status in ('SUCCEEDED', 'FAILED') group by 1 order by 1`
}

/** The same from the file: each row as its UTC day and whether it failed; null for a job that has not finished. */
function daysOf(rows: ({ day: string; failed: boolean } | null)[]): Day[] {
  const days = new Map<string, Day>()
  for (const row of rows) {
    if (row === null) continue
    const day = days.get(row.day) ?? { day: row.day, failed: 0, finished: 0 }
    days.set(row.day, { ...day, failed: day.failed + Number(row.failed), finished: day.finished + 1 })
  }
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** Everything that the file decides, as one text. */
async function tableOf(organization: string): Promise<string> {
  const [row] = await database.sql<{ sum: string }[]>`
    select md5(string_agg(line, E'\n' order by line)) as sum from (
      select jsonb_build_array(external_id, pipelines.key, status, at, queued_at, started_at, finished_at, labels, metrics)::text as line
      from jobs join pipelines on pipelines.organization_id = jobs.organization_id and pipelines.id = jobs.pipeline_id
      where jobs.organization_id = (select id from organizations where name = ${organization})) as lines`
  return row!.sum
}

const IMAGES = join(data, 'image-jobs-2024.csv')

withData('image-jobs-2024: every row is a job, also the 19 that stand twice (needs ../shared)', async () => {
  expect(await runImport(IMAGES, 'image-jobs-2024.json', 'images')).toEqual({
    ...{ rows: 26_823, accepted: 26_823, unchanged: 0, rejected: 0 },
    ...{ SUCCEEDED: 26_392, FAILED: 398, QUEUED: 30, RUNNING: 3 },
  })
  const [sums] = await database.sql`
    select sum(duration_ms) filter (where status = 'SUCCEEDED') as succeeded_ms, sum(duration_ms) filter (where status = 'FAILED') as failed_ms,
           count(duration_ms) as with_run, count(queue_ms) as with_queue, count(*) filter (where external_id like '%-2') as twice,
           sum((metrics->>'num_images_per_prompt')::int) as images, count(distinct labels->>'groupId') as groups
    from jobs where organization_id = (select id from organizations where name = 'images')`
  const rows = cells('image-jobs-2024.csv')
  expect(sums).toEqual({
    // awk -F, '{s[$3]+=$4} END {for (p in s) print p, s[p]}': SUCCEED 763010, FAILED 5793 seconds.
    ...{ succeededMs: '763010000', failedMs: '5793000', withRun: 26_790, withQueue: 0, twice: 19 },
    images: rows.reduce((sum, row) => sum + Number(row[7]), 0),
    groups: new Set(rows.map((row) => row[4])).size,
  })
})

withData('image-jobs-2024: the failure rate of each day is that of the file (needs ../shared)', async () => {
  const days = await daysInDatabase('images')
  const expected = cells('image-jobs-2024.csv').map(([at, , status]) =>
    status === 'SUCCEED' || status === 'FAILED' ? { day: at!.slice(0, 10), failed: status === 'FAILED' } : null,
  )
  expect(days).toEqual(daysOf(expected))
  // By hand: awk -F, '{d=substr($1,1,10)} $3=="FAILED"{f[d]++} $3=="FAILED"||$3=="SUCCEED"{n[d]++}
  //                   END {for (d in n) print d, f[d]+0, n[d], f[d]/n[d]}' image-jobs-2024.csv | sort
  // 2024-11-18 5 63 0.0793651 … 2024-12-02 27 2132 0.0126642 … 2024-12-08 0 256 0; 24 days
  expect(days).toHaveLength(24)
  expect(days.find(({ day }) => day === '2024-11-18')).toEqual({ day: '2024-11-18', failed: 5, finished: 63 })
  expect(days.find(({ day }) => day === '2024-12-02')).toEqual({ day: '2024-12-02', failed: 27, finished: 2132 })
  expect(days.at(-1)).toEqual({ day: '2024-12-08', failed: 0, finished: 256 })
})

withData('image-jobs-2024: again changes nothing, and shuffled gives the same table (needs ../shared)', async () => {
  const before = await tableOf('images')
  expect(await runImport(IMAGES, 'image-jobs-2024.json', 'images')).toMatchObject({ accepted: 0, unchanged: 26_823 })
  expect(await tableOf('images')).toBe(before)

  const [header, ...lines] = readFileSync(IMAGES, 'utf8').trim().split('\n')
  // A fixed shuffle: by a hash of the place.
  const shuffled = lines
    .map((line, n) => ({ line, by: (n * 2_654_435_761) % 4_294_967_296 }))
    .sort((a, b) => a.by - b.by)
  // The columns in another order too, and CRLF.
  const turned = [header!, ...shuffled.map(({ line }) => line)].map((line) => line.split(',').reverse().join(','))
  const path = join(folder, 'shuffled.csv')
  writeFileSync(path, turned.join('\r\n'))
  expect(await runImport(path, 'image-jobs-2024.json', 'shuffled')).toMatchObject({ accepted: 26_823, rejected: 0 })
  expect(await tableOf('shuffled')).toBe(before)
})

withData('gpu-pods-2023: queue and run times, and what never finished (needs ../shared)', async () => {
  const path = join(data, 'gpu-pods-2023.csv')
  expect(await runImport(path, 'gpu-pods-2023.json', 'pods')).toEqual({
    ...{ rows: 8_152, accepted: 8_152, unchanged: 0, rejected: 0 },
    ...{ RUNNING: 5_193, FAILED: 1_870, QUEUED: 897, SUCCEEDED: 192 },
  })
  const sums = await database.sql`
    select status, count(queue_ms) as queued, sum(queue_ms)::bigint as queue_ms, count(duration_ms) as ran, sum(duration_ms)::bigint as duration_ms
    from jobs where organization_id = (select id from organizations where name = 'pods') group by status order by status`
  // awk -F, 'NR>1 && $11!="" {q[$8]+=$11-$9; r[$8]+=$10-$11} END {for (p in q) print p, q[p], r[p]}' gpu-pods-2023.csv
  // Succeeded 1004 2713149; Failed 53977 2937407; Running 389767 204377786 (to the end of the trace: not a run time)
  expect(sums).toEqual([
    { status: 'QUEUED', queued: 0, queueMs: null, ran: 0, durationMs: null },
    { status: 'RUNNING', queued: 5_193, queueMs: 389_767_000, ran: 0, durationMs: null },
    { status: 'SUCCEEDED', queued: 192, queueMs: 1_004_000, ran: 192, durationMs: 2_713_149_000 },
    { status: 'FAILED', queued: 1_870, queueMs: 53_977_000, ran: 1_870, durationMs: 2_937_407_000 },
  ])
  const expected = cells('gpu-pods-2023.csv').map((row) => {
    const day = new Date(Date.UTC(2023, 0, 1) + Number(row[8]) * 1000).toISOString().slice(0, 10)
    return row[7] === 'Failed' || row[7] === 'Succeeded' ? { day, failed: row[7] === 'Failed' } : null
  })
  expect(await daysInDatabase('pods')).toEqual(daysOf(expected))
})
