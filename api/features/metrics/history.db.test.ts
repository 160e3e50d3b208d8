import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Sql } from '../../db/client.ts'
import { testDatabase, type TestDatabase } from '../../db/testing.ts'
import { HISTORY, history, historyPlayer } from '../../rollups/testing.ts'
import { askTable } from './ask.ts'
import type { MetricQuery } from './metric-query.ts'
import { expectClose, namerOf, type OracleJob, valueOf } from './testing-oracle.ts'
import { reachOf, testOrganization } from './testing.ts'

/**
 * Random questions about random histories, whatever is rolled up at that moment: the answers are those of a plain GROUP BY
 * over the jobs, with PostgreSQL's own time zones, and those of a second computation in TypeScript.
 */
const MEASURES = ['count', 'failed', 'failure_rate', 'queue_sum', 'duration_avg', 'duration_p95', 'cost']

const question = fc.record({
  every: fc.constantFrom('HOUR' as const, 'DAY' as const, 'WEEK' as const, 'MONTH' as const),
  timezone: fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kolkata', 'Asia/Kathmandu', 'America/New_York'),
  dimensions: fc.subarray(['pipeline', 'status', 'currency']),
  range: fc
    .tuple(fc.integer({ min: 0, max: 3600 }), fc.integer({ min: 1, max: 3600 }))
    .map(([begin, minutes]) =>
      [begin, begin + minutes].map((minute) => new Date(HISTORY.from.getTime() + minute * 60_000)),
    ),
})
type Question = typeof question extends fc.Arbitrary<infer Q> ? Q : never

let database: TestDatabase
beforeAll(async () => void (database = await testDatabase()))
afterAll(() => database.drop())

test('any question about any history has the answer of a GROUP BY, and of TypeScript', async () => {
  const property = fc.asyncProperty(
    history,
    fc.array(question, { minLength: 3, maxLength: 6 }),
    async (steps, asked) => {
      const organizationId = await testOrganization(database.sql, crypto.randomUUID())
      const play = historyPlayer(database.sql, organizationId)
      for (const step of steps) await play(step)
      for (const one of asked) await check(organizationId, one)
    },
  )
  await fc.assert(property, { numRuns: 40, seed: 20261127 })
}, 120_000)

async function check(organizationId: number, asked: Question) {
  const [from, to] = [asked.range[0]!, asked.range[1]!]
  const { every, timezone, dimensions } = asked
  const query: MetricQuery = {
    ...{ dataset: 'jobs', measures: MEASURES, dimensions, every, timezone, range: { from, to }, limit: 50_000 },
  }
  const table = await askTable(database, reachOf(organizationId), query, new Date('2030-01-01T00:00Z'))
  const filled = table.rows.filter((row) => row[1 + dimensions.length] !== 0)

  const grouped = await groupBy(database.sql, organizationId, { from, to, every, timezone, dimensions })
  expect(filled).toHaveLength(grouped.length)
  for (const row of filled) {
    const key = JSON.stringify(row.slice(1, 1 + dimensions.length))
    const same = grouped.find((group) => group.bucket.toISOString() === row[0] && JSON.stringify(group.key) === key)
    MEASURES.forEach((measure, i) => {
      expectClose(row[1 + dimensions.length + i], same?.values[i] ?? null, measure, `${row[0]} ${key} by GROUP BY`)
    })
  }

  const nameOf = namerOf(timezone, every)
  const jobs = await selectJobs(database.sql, organizationId, from, to)
  const keyOf = (job: (typeof jobs)[number]) => JSON.stringify(dimensions.map((name) => job[name]))
  const groups = Map.groupBy(jobs, (job) => `${nameOf(job.at.getTime())} ${keyOf(job)}`)
  expect(filled).toHaveLength(groups.size)
  for (const row of filled) {
    const name = `${nameOf(Date.parse(String(row[0])))} ${JSON.stringify(row.slice(1, 1 + dimensions.length))}`
    MEASURES.forEach((measure, i) => {
      expectClose(row[1 + dimensions.length + i], valueOf(measure, groups.get(name) ?? [], 1), measure, name)
    })
  }
}

interface Asked extends Pick<Question, 'every' | 'timezone' | 'dimensions'> {
  from: Date
  to: Date
}

/** What a GROUP BY gives; values as in MEASURES. */
interface Group {
  bucket: Date
  key: (string | null)[]
  values: (number | null)[]
}

async function groupBy(sql: Sql, organizationId: number, { from, to, every, timezone, dimensions }: Asked) {
  const columns: Record<string, string> = { pipeline: 'p.key', status: 'j.status', currency: 'j.currency' }
  const key = dimensions.reduce((all, name) => sql`${all} || array[${sql(columns[name]!)}::text]`, sql`array[]::text[]`)
  return sql<Group[]>`
    select date_trunc(${every}, j.at, ${timezone}) as bucket,
      to_json(${key}) as key,
      json_build_array(
        count(*), count(*) filter (where status = 'FAILED'),
        count(*) filter (where status in ('FAILED', 'TIMED_OUT'))::float8
          / nullif(count(*) filter (where status in ('SUCCEEDED', 'FAILED', 'TIMED_OUT')), 0),
        coalesce(sum(queue_ms), 0), avg(duration_ms), percentile_cont(0.95) within group (order by duration_ms),
        case when count(distinct currency) = 1 then sum(cost) end
      ) as values
    from jobs as j join pipelines as p on p.organization_id = j.organization_id and p.id = j.pipeline_id
    where j.organization_id = ${organizationId} and j.at >= ${from} and j.at < ${to}
    group by 1, ${key}`
}

type SelectedJob = OracleJob & { at: Date; [dimension: string]: unknown }

async function selectJobs(sql: Sql, organizationId: number, from: Date, to: Date) {
  return sql<SelectedJob[]>`
    select j.at, p.key as pipeline, status, queue_ms, duration_ms, cost::float8, currency
    from jobs as j join pipelines as p on p.organization_id = j.organization_id and p.id = j.pipeline_id
    where j.organization_id = ${organizationId} and j.at >= ${from} and j.at < ${to}`
}
