import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { openChanges } from '../db/changes-over-postgres.ts'
import { connect, type Sql } from '../db/client.ts'
import { detectEngine } from '../db/grade.ts'
import { migrate } from '../db/migrate.ts'
import { createKey } from '../features/keys/index.ts'
import { makeLog } from '../lib/log.ts'
import { makeServer } from '../server/server.ts'
import { endCursor, readAnswer, sizeOf, type Answer } from './answer.ts'
import { generateJobs } from './generate-jobs.ts'
import { measure, percentile, type Effort, type Times } from './measure.ts'
import { benchmarkServices } from './services.ts'
import { selectFirstPage } from './queries.ts'
import { LIST, listQuestions, otherQuestions, type Question } from './questions.ts'
import { openTarget } from './target.ts'

/**
 * How fast the API answers over many jobs: `npm run bench:query -- [--jobs N] [--requests N] [--data DIR]`.
 *
 * It fills the database of DATABASE_URL, or an embedded one, starts the real server, and asks it over HTTP with an API key,
 * one request after the other. A table goes to stderr, one JSON object to the last line of stdout. With --data the embedded
 * database is kept, and the next run need not fill it.
 */
const say = (text: string) => process.stderr.write(`${text}\n`)
const now = () => new Date()
const { values } = parseArgs({
  options: {
    jobs: { type: 'string', default: '5000000' },
    requests: { type: 'string', default: '200' },
    data: { type: 'string' },
  },
})

const target = await openTarget(readConfig().databaseUrl, values.data ?? null)
const sql = connect(target.url)
try {
  const result = await run(sql, {
    jobs: readCount('jobs', values.jobs),
    requests: readCount('requests', values.requests),
  })
  console.log(JSON.stringify(result))
} finally {
  await sql.end()
  await target.close()
}

async function run(sql: Sql, { jobs, requests }: { jobs: number; requests: number }) {
  await migrate(sql)
  const engine = await detectEngine(sql)
  say(`${engine.description}, ${jobs.toLocaleString('en')} jobs`)
  const begun = performance.now()
  const { organizationId, made } = await generateJobs({ sql, jobs, now: now(), say })
  const loadSeconds = made > 0 ? Math.round((performance.now() - begun) / 1000) : null

  const { ask, stop } = await serve(sql, organizationId)
  try {
    const effort = { requests, mostMs: 60_000 }
    const middle = await findMiddle(ask)
    const list = await measureAll(ask, listQuestions(middle), effort)
    const other = await measureAll(ask, otherQuestions(), { ...effort, mostMs: 10_000 })
    const driver = await measure(() => selectFirstPage(sql, organizationId), effort)
    say(row('first page by the driver alone', driver))
    return {
      engine: engine.description,
      jobs,
      loadSeconds,
      listP50Ms: figures(list, 0.5),
      listP95Ms: figures(list, 0.95),
      otherP50Ms: figures(other, 0.5),
      otherP95Ms: figures(other, 0.95),
      driverP50Ms: percentile(driver, 0.5),
      driverRatio: Number((percentile(list.get('first')!, 0.5) / percentile(driver, 0.5)).toFixed(2)),
    }
  } finally {
    await stop()
  }
}

type Ask = (question: Omit<Question, 'name'>) => Promise<Answer>

/** The real server in this process, and a function that asks it as a program with a key would. */
async function serve(sql: Sql, organizationId: number): Promise<{ ask: Ask; stop(): Promise<void> }> {
  const log = makeLog(say, now)
  const changes = openChanges({ url: target.url, sql, log })
  const services = benchmarkServices(sql, changes)
  const server = makeServer({ services, url: target.url, log, port: 0, host: '127.0.0.1' })
  const { port } = await server.start()
  const { key } = await createKey(services, organizationId, {
    name: 'Benchmark',
    scopes: ['read'],
    requestsAMinute: 1_000_000,
    expiresAt: null,
  })
  const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' }
  return {
    async ask(question) {
      const body = JSON.stringify({ query: question.query, variables: question.variables })
      const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
        method: 'POST',
        headers,
        body,
        signal: AbortSignal.timeout(120_000),
      })
      return readAnswer(await response.text())
    },
    async stop() {
      await server.stop()
      await changes.close()
    },
  }
}

/** The cursor of the latest job that is older than half a year: the jobs are spread evenly over a year. */
async function findMiddle(ask: Ask): Promise<string> {
  const to = new Date(now().getTime() - 182 * 86_400_000).toISOString()
  const from = new Date(0).toISOString()
  const answer = await ask({ query: LIST, variables: { first: 1, filter: { range: { from, to } } } })
  const cursor = endCursor(answer)
  if (cursor === null) throw new Error('There are no jobs older than half a year')
  return cursor
}

async function measureAll(ask: Ask, questions: Question[], effort: Effort): Promise<Map<string, Times>> {
  const measured = new Map<string, Times>()
  for (const question of questions) {
    const size = sizeOf(await ask(question))
    if (size === 0) throw new Error(`There is no answer to "${question.name}"`)
    const times = await measure(() => ask(question), effort)
    measured.set(question.name, times)
    say(row(`${question.name} (${size})`, times))
  }
  return measured
}

function row(name: string, times: Times): string {
  const [p50, p95] = [0.5, 0.95].map((p) => percentile(times, p).toFixed(1).padStart(9))
  return `${name.padEnd(32)} p50 ${p50} ms   p95 ${p95} ms   ${times.length} requests`
}

function figures(measured: Map<string, Times>, p: number): Record<string, number> {
  return Object.fromEntries([...measured].map(([name, times]) => [name, percentile(times, p)]))
}

function readCount(name: string, text: string): number {
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`--${name} is "${text}": give a whole number`)
  return count
}
