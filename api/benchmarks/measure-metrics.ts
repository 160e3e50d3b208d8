import { Agent } from 'node:http'
import postgres from 'postgres'
import type { Sql } from '../db/client.ts'
import type { Reach } from '../db/reach.ts'
import { compileQuestion, type MetricQuery } from '../features/metrics/index.ts'
import { dashboardQuestions, hourlyQuestion, p95Question, pipelinePageQuestions, type RawName } from './dashboard.ts'
import { sender } from './load.ts'
import { type Effort, measure, median, percentile } from './measure.ts'
import { selectRaw } from './queries.ts'
import type { ServerProcess } from './server-process.ts'

const TABLE = 'query ($query: MetricQuery!) { table(query: $query) { columns { name } rows } }'
const EFFORT: Effort = { requests: 60, mostMs: 15_000 }

interface Options {
  sql: Sql
  url: string
  organizationId: number
  server: ServerProcess
  now: Date
  say: (text: string) => void
}

/** Questions of a dashboard through GraphQL over HTTP, each against the same answer by another way in the same run. */
export async function measureMetrics(options: Options) {
  const { sql, organizationId, server, now, say } = options
  const agent = new Agent({ keepAlive: true })
  const send = (query: string, variables: Record<string, MetricQuery>) =>
    sender(server, agent, JSON.stringify({ query, variables }))
  const ask = (query: MetricQuery) => send(TABLE, { query })
  const raw = (name: RawName | 'p95', { range }: MetricQuery) => {
    return () => selectRaw(sql, name, organizationId, { from: range.from!, to: range.to! })
  }
  const compare = async (name: string, fast: () => Promise<unknown>, slow: () => Promise<unknown>) => {
    const [fastMs, slowMs] = [median(await measure(fast, EFFORT)), median(await measure(slow, EFFORT))]
    say(`${name.padEnd(24)} ${fastMs.toFixed(1)} ms against ${slowMs.toFixed(1)} ms: ${(slowMs / fastMs).toFixed(1)}`)
    return { fastMs, slowMs, ratio: Number((slowMs / fastMs).toFixed(1)) }
  }
  try {
    const panels: Record<string, Awaited<ReturnType<typeof compare>>> = {}
    for (const { name, query, raw: rawName } of dashboardQuestions(now)) {
      const [ours, byHand] = [ask({ ...query, limit: 50_000 }), raw(rawName, query)]
      refuseDifference(name, rowsOf(await ours()), await byHand())
      panels[name] = await compare(name, ours, byHand)
    }
    const question = p95Question(now)
    const [p95, exact] = [ask(question), raw('p95', question)]
    const p95Error = largestError(rowsOf(await p95()), await exact())
    const p95Cost = await compare('p95 of 30 days', p95, exact)
    const driver = await compareWithDriver(options, send)
    const sum = (of: 'fastMs' | 'slowMs') => Object.values(panels).reduce((all, panel) => all + panel[of], 0)
    return {
      driverRatio: driver['page of a pipeline'],
      driverRatios: driver,
      rollupSpeedup: Number((sum('slowMs') / sum('fastMs')).toFixed(1)),
      rollupSpeedups: Object.fromEntries(Object.entries(panels).map(([name, { ratio }]) => [name, ratio])),
      p95Speedup: p95Cost.ratio,
      p95Error,
    }
  } finally {
    agent.destroy()
  }
}

/** As the page asks: a whole dashboard in one request. */
const DASHBOARD = `query ($days: MetricQuery!, $year: MetricQuery!, $week: MetricQuery!, $pipelines: MetricQuery!) {
  days: series(query: $days) { ...line } year: series(query: $year) { ...line } week: series(query: $week) { ...line }
  pipelines: table(query: $pipelines) { columns { name } rows }
}
fragment line on Series { id key { value } points { at value complete } }`
const SERIES =
  'query ($query: MetricQuery!) { series(query: $query) { id key { value } points { at value complete } } }'

/** What the product's own page asks. */
const PIPELINE_PAGE = `query ($numbers: MetricQuery!, $charts: MetricQuery!) {
  numbers: table(query: $numbers) { columns { name } rows } charts: series(query: $charts) { ...line }
}
fragment line on Series { id key { value } points { at value complete } }`

type Four<T> = [T, T, T, T]
type Send = (query: string, variables: Record<string, MetricQuery>) => () => Promise<string>

/**
 * Answers through the API against the same statements, with the same values and the same kind of plan, on the driver alone.
 * Both have a connection for each of a dashboard's statements.
 */
async function compareWithDriver({ url, organizationId, now, say }: Options, send: Send) {
  const settings = { jit: false, plan_cache_mode: 'force_custom_plan' }
  const bare = postgres(url, { max: 4, onnotice: () => {}, connection: settings })
  const byDriver = (kind: 'table' | 'series', query: MetricQuery) => {
    const { text, parameters } = compileQuestion(kind, { reach: reachOf(organizationId), query, now })
    return () => bare.unsafe(text, parameters as never[], { prepare: true }).values()
  }
  const compare = async (name: string, ask: Way, alone: Way[]) => {
    const askAlone = () => Promise.all(alone.map((statement) => statement()))
    const [ours, driver] = await measureInTurns(ask, askAlone)
    say(`${name.padEnd(24)} ${ours.toFixed(2)} ms through the API, ${driver.toFixed(2)} ms by the driver alone`)
    return Number((ours / driver).toFixed(2))
  }
  try {
    const [days, year, week, pipelines] = dashboardQuestions(now).map(({ query }) => query) as Four<MetricQuery>
    const hourly = hourlyQuestion(now)
    const [pipeline] =
      await bare`select key from pipelines where organization_id = ${organizationId} order by id limit 1`
    const { numbers, charts } = pipelinePageQuestions(now, String(pipeline!.key))
    return {
      'page of a pipeline': await compare('page of a pipeline', send(PIPELINE_PAGE, { numbers, charts }), [
        byDriver('table', numbers),
        byDriver('series', charts),
      ]),
      'four panels of counts': await compare(
        'four panels of counts',
        send(DASHBOARD, { days, year, week, pipelines }),
        [...[days, year, week].map((query) => byDriver('series', query)), byDriver('table', pipelines)],
      ),
      '30 days by hour and status': await compare('30 days by hour, status', send(SERIES, { query: hourly }), [
        byDriver('series', hourly),
      ]),
    }
  } finally {
    await bare.end()
  }
}

type Way = () => Promise<unknown>

/** The medians of two ways, taken in turns: so what else the machine does meets both. */
async function measureInTurns(first: Way, second: Way): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []]
  for (let round = 0; round < 320; round++) {
    for (const [i, way] of [first, second].entries()) {
      const begun = performance.now()
      await way()
      // The first ones warm up.
      if (round >= 20) times[i]!.push(performance.now() - begun)
    }
  }
  return [median(times[0]), median(times[1])]
}

/** All of an organization, which keeps everything. */
function reachOf(organizationId: number): Reach {
  return { organizationId, pipelines: null, kept: { jobs: null, rollups: null } }
}

/** How long PostgreSQL plans the product's own statements, in milliseconds. */
export async function measurePlanning({ sql, organizationId, now }: Pick<Options, 'sql' | 'organizationId' | 'now'>) {
  const planOf = async (days: number) => {
    const range = { from: new Date(now.getTime() - days * 86_400_000), to: now }
    const query: MetricQuery = { dataset: 'jobs', measures: ['count', 'duration_p95'], range, every: 'DAY' }
    const { text, parameters } = compileQuestion('series', { reach: reachOf(organizationId), query, now })
    const times: number[] = []
    for (let round = 0; round < 25; round++) {
      const lines = await sql.unsafe(`explain (summary, format json) ${text}`, parameters, { prepare: true })
      const [plan] = Object.values(lines[0]!)[0] as [{ 'Planning Time': number }]
      times.push(plan['Planning Time'])
    }
    return percentile(
      times.sort((a, b) => a - b),
      0.5,
    )
  }
  return { days7: await planOf(7), days30: await planOf(30) }
}

function rowsOf(text: string): unknown[][] {
  return (JSON.parse(text) as { data: { table: { rows: unknown[][] } } }).data.table.rows
}

/** Throws when an answer is not, to the last digit, what was counted by hand. Empty buckets have no row there. */
function refuseDifference(name: string, rows: unknown[][], byHand: unknown[][]) {
  const filled = JSON.stringify(rows.filter((row) => row[1] !== 0))
  if (filled !== JSON.stringify(byHand)) throw new Error(`"${name}" is not what was counted by hand`)
}

function largestError(rows: unknown[][], exact: unknown[][]): number {
  const expected = new Map(exact.map(([bucket, value]) => [bucket, value as number]))
  const errors = rows
    .filter(([, value]) => value !== null)
    .map(([bucket, value]) => Math.abs((value as number) / expected.get(bucket)! - 1))
  return Number(Math.max(...errors).toFixed(5))
}
